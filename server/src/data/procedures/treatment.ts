import type { Procedure } from "../../model/tables.ts";
import { between, since, until } from "../dated.ts";
import {
  family,
  firstQuarterHour,
  furtherQuarterHour,
  perService,
  quarterHour,
  reducedByFeeSchedule,
  statusByFeeSchedule,
  therapistsByFeeSchedule,
  therapyList,
  timed,
  untimed,
} from "./family.ts";

const procedure = family({
  disposition: "always",
  usualDisciplines: ["PT", "OT"],
  category: "procedure",
  timing: quarterHour,
  medicareStatus: "A",
  isReduced: true,
  source: reducedByFeeSchedule,
});

const sometimes = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT"],
  category: "procedure",
  timing: perService,
  medicareStatus: "A",
  source: therapyList("high"),
});

const measurement = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT"],
  category: "test",
  timing: perService,
  source: therapyList("high"),
});

const workHardening = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "procedure",
  timing: timed(60, "each further hour"),
  medicareStatus: "R",
  source: statusByFeeSchedule,
});

const everyDiscipline = { usualDisciplines: ["PT", "OT", "SLP"] } as const;
const handsOn = { isHandsOn: true } as const;
const unlisted = {
  timing: untimed("unlisted"),
  medicareStatus: "C",
  isUnlisted: true,
  isReduced: false,
  source: therapistsByFeeSchedule,
  note: "Needs a description of what was done.",
} as const;
const muscleTest = { exists: until("2019-12-31"), source: therapyList("medium") };
const device = { category: "orthotic-prosthetic" } as const;
const formerDevice = {
  ...device,
  exists: until("2005-12-31"),
  medicareStatus: null,
  isReduced: false,
  source: therapyList("medium"),
} as const;
const cognitive = { ...everyDiscipline, exists: since("2020-01-01"), replaces: ["G0515", "97127"] };

/** Exercise, activities, manual work, training, orthoses, tests and measurements. */
export const treatment: readonly Procedure[] = [
  procedure("97110", "Exercises that make the patient stronger, fitter or more mobile", everyDiscipline),
  procedure(
    "97112",
    "Work on nerve and muscle: how the patient moves, balances, coordinates and holds the body",
    everyDiscipline,
  ),
  procedure("97113", "Exercise in water", handsOn),
  procedure("97116", "Gait training", { note: "In practice a PT's." }),
  procedure("97124", "Massage", { ...handsOn, note: "Not together with 97140, which contains it." }),
  procedure("97139", "A therapeutic procedure without a code of its own", unlisted),
  procedure("97140", "Manual therapy: joints mobilized, tissue worked, lymph drained, traction by hand", handsOn),
  procedure("97150", "Treatment of two or more patients at once", {
    ...everyDiscipline,
    timing: untimed("per patient and session"),
    note: "One unit for each patient. One-to-one work of the same day must be separate from it.",
  }),
  procedure("97530", "Activities that train function, one to one", everyDiscipline),
  procedure("97533", "Sensory integration"),
  procedure("97535", "Training in self-care and home management", everyDiscipline),
  procedure("97537", "Training for community life or work"),
  procedure("97542", "Wheelchair assessed, fitted and trained for"),
  workHardening("97545", "Work hardening, the first two hours", {
    timing: timed(120, "first two hours"),
    note: "Not on the therapy list (recalled); coverage restricted.",
  }),
  workHardening("97546", "Add-on: a further hour of work hardening", { addOnTo: ["97545"], note: "Added to 97545." }),
  procedure("97799", "A physical medicine service without a code of its own", unlisted),
  procedure("0791T", "Add-on: gait training with virtual reality for movement and thinking", {
    usualDisciplines: ["PT"],
    timing: untimed("add-on; how its time counts is not established"),
    exists: since("2023-07-01"),
    medicareStatus: "C",
    source: therapyList("low"),
    addOnTo: ["97116"],
    note: "Added to 97116. That it always counts as therapy is inferred from the payment reduction alone.",
  }),

  procedure("97750", "Physical performance tested or measured, with a report", { category: "test-measurement" }),
  procedure("97755", "Assistive technology assessed, with a report", { category: "test-measurement" }),
  procedure("97504", "Orthosis fitted and trained, until 2005", { ...formerDevice, replacedBy: ["97760"] }),
  procedure("97520", "Prosthesis trained, until 2005", { ...formerDevice, replacedBy: ["97761"] }),
  procedure("97703", "Use of an orthosis or prosthesis checked, until 2005", {
    ...formerDevice,
    replacedBy: ["97762"],
  }),
  procedure("97760", "Orthosis managed and trained, first encounter", {
    ...device,
    replaces: ["97504"],
    note: "97763 at later encounters.",
  }),
  procedure("97761", "Prosthesis trained, first encounter", {
    ...device,
    replaces: ["97520"],
    note: "97763 at later encounters.",
  }),
  procedure("97762", "Use of an orthosis or prosthesis checked, until 2017", {
    ...device,
    exists: until("2017-12-31"),
    replaces: ["97703"],
    replacedBy: ["97763"],
    medicareStatus: null,
    isReduced: false,
    source: therapyList("high"),
  }),
  procedure("97763", "Orthosis or prosthesis managed and trained, later encounter", {
    ...device,
    exists: since("2018-01-01"),
    replaces: ["97762"],
  }),

  sometimes("97129", "Cognitive training, the first 15 minutes of a day", {
    ...cognitive,
    timing: firstQuarterHour,
    note: "One unit a day; further time is 97130.",
  }),
  sometimes("97130", "Add-on: a further 15 minutes of cognitive training", {
    ...cognitive,
    timing: furtherQuarterHour,
    addOnTo: ["97129"],
    note: "Added to 97129.",
  }),
  sometimes("97532", "Cognitive training until 2017", {
    ...everyDiscipline,
    timing: quarterHour,
    exists: until("2017-12-31"),
    replacedBy: ["G0515", "97127"],
    medicareStatus: null,
    source: therapyList("medium"),
  }),
  sometimes("G0515", "Cognitive training as Medicare coded it in 2018 and 2019", {
    ...everyDiscipline,
    timing: quarterHour,
    exists: between("2018-01-01", "2019-12-31"),
    replaces: ["97532"],
    replacedBy: ["97129", "97130"],
    medicareStatus: null,
  }),
  sometimes("90901", "Biofeedback training of any kind"),
  sometimes("90911", "Biofeedback training of the pelvic floor until 2019", {
    exists: until("2019-12-31"),
    replacedBy: ["90912", "90913"],
    medicareStatus: null,
  }),
  sometimes("90912", "Biofeedback training of the pelvic floor, the first 15 minutes", {
    timing: firstQuarterHour,
    exists: since("2020-01-01"),
    replaces: ["90911"],
  }),
  sometimes("90913", "Add-on: a further 15 minutes of biofeedback training of the pelvic floor", {
    timing: furtherQuarterHour,
    exists: since("2020-01-01"),
    replaces: ["90911"],
    addOnTo: ["90912"],
    note: "Added to 90912.",
  }),
  sometimes("95992", "Crystals of the inner ear repositioned, per day", {
    ...handsOn,
    timing: untimed("per day"),
    exists: since("2009-01-01"),
    onTherapyList: since("2011-01-01"),
    note: "Bundled until 2010; on the list from 2011 (recalled).",
  }),

  measurement("95831", "Muscles tested by hand, limb or trunk, until 2019", muscleTest),
  measurement("95832", "Muscles tested by hand, hand, until 2019", muscleTest),
  measurement("95833", "Muscles tested by hand, whole body without the hands, until 2019", muscleTest),
  measurement("95834", "Muscles tested by hand, whole body with the hands, until 2019", muscleTest),
  measurement("95851", "Range of motion measured, with a report: a limb or a section of the trunk", {
    timing: untimed("per limb or section of the trunk"),
    medicareStatus: "A",
    note: "Never together with 97530.",
  }),
  measurement("95852", "Range of motion measured, with a report: a hand", {
    timing: untimed("per hand"),
    medicareStatus: "A",
    note: "Never together with 97530.",
  }),
];
