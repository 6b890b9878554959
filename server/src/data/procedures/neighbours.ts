import type { Procedure } from "../../model/tables.ts";
import { since } from "../dated.ts";
import { codeSet, family, perService, therapyList, timed, untimed } from "./family.ts";

const education = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "education",
  timing: perService,
  medicareStatus: "B",
  source: therapyList("medium"),
});

const needling = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "needling",
  timing: perService,
  exists: since("2020-01-01"),
  medicareStatus: "A",
  source: therapyList("medium"),
  note: "Medicare does not cover it as therapy; therapists bill it with GP and GY for a denial.",
});

const laser = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "laser",
  timing: perService,
  source: therapyList("medium"),
});

const respiratory = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "respiratory",
  timing: perService,
  source: codeSet("high"),
});

const neighbour = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "other",
  timing: perService,
  source: codeSet("high"),
});

const homeHealth = family({
  disposition: "not-therapy",
  usualDisciplines: [],
  category: "home-health",
  timing: timed(15),
  source: codeSet("high"),
  note: "Only on home health and hospice claims.",
});

const quarter = timed(15);
const byBehaviorPlan = { category: "behavior", exists: since("2019-01-01"), timing: quarter } as const;
const needles = { category: "acupuncture", timing: quarter } as const;
const alsoAcupuncture = "Medicare knows acupuncture for low back pain only, and not by therapists.";

/** Codes that stand beside therapy on claims and take no part in it, and those that Medicare does not take. */
export const neighbours: readonly Procedure[] = [
  education("98960", "Self-management taught to one patient by someone other than a physician"),
  education("98961", "Self-management taught to two to four patients"),
  education("98962", "Self-management taught to five to eight patients"),
  needling("20560", "Dry needling, one or two muscles"),
  needling("20561", "Dry needling, three or more muscles"),
  laser("0552T", "Low-level dynamic laser therapy", { exists: since("2019-07-01"), medicareStatus: "C" }),
  laser("S8948", "Low-level laser applied", {
    medicareStatus: "I",
    source: codeSet("high"),
    note: "Medicare takes no S code.",
  }),

  respiratory("G0237", "Breathing muscles trained one to one, per 15 minutes", {
    timing: quarter,
    medicareStatus: "A",
    note: "Respiratory therapy; no plan modifier.",
  }),
  respiratory("G0238", "Breathing improved one to one by other means, per 15 minutes", {
    timing: quarter,
    medicareStatus: "A",
    note: "Respiratory therapy; no plan modifier.",
  }),
  respiratory("G0239", "Breathing trained in a group", {
    medicareStatus: "A",
    note: "Respiratory therapy; no plan modifier.",
  }),
  respiratory("94625", "Pulmonary rehabilitation session without continuous oxygen monitoring", {
    exists: since("2022-01-01"),
    timing: untimed("per session"),
  }),
  respiratory("94626", "Pulmonary rehabilitation session with continuous oxygen monitoring", {
    exists: since("2022-01-01"),
    timing: untimed("per session"),
  }),
  respiratory("94667", "Chest wall worked by hand to clear the lungs, first time"),
  respiratory("94668", "Chest wall worked by hand to clear the lungs, later"),
  respiratory("94669", "Chest wall worked by a machine to clear the lungs"),

  neighbour("97810", "Needles without current, the first 15 minutes", { ...needles, note: alsoAcupuncture }),
  neighbour("97811", "Add-on: needles without current, a further 15 minutes", {
    ...needles,
    addOnTo: ["97810", "97813"],
    note: alsoAcupuncture,
  }),
  neighbour("97813", "Needles with current, the first 15 minutes", { ...needles, note: alsoAcupuncture }),
  neighbour("97814", "Add-on: needles with current, a further 15 minutes", {
    ...needles,
    addOnTo: ["97810", "97813"],
    note: alsoAcupuncture,
  }),
  neighbour("98940", "Spine manipulated by a chiropractor, one or two regions", {
    category: "chiropractic",
    note: "With AT at Medicare.",
  }),
  neighbour("98941", "Spine manipulated by a chiropractor, three or four regions", {
    category: "chiropractic",
    note: "With AT at Medicare.",
  }),
  neighbour("98942", "Spine manipulated by a chiropractor, five regions", {
    category: "chiropractic",
    note: "With AT at Medicare.",
  }),
  neighbour("98943", "Joints other than the spine manipulated by a chiropractor", {
    category: "chiropractic",
    medicareStatus: "N",
  }),
  neighbour("97151", "Behavior assessed for a treatment plan", byBehaviorPlan),
  neighbour("97152", "Behavior assessed further by a technician", byBehaviorPlan),
  neighbour("97153", "Behavior treated by a technician, one to one", byBehaviorPlan),
  neighbour("97154", "Behavior treated by a technician, in a group", byBehaviorPlan),
  neighbour("97155", "Behavior treated by the professional, the plan being changed", byBehaviorPlan),
  neighbour("97156", "Family guided in treating behavior", byBehaviorPlan),
  neighbour("97157", "Several families guided in treating behavior", byBehaviorPlan),
  neighbour("97158", "Behavior treated by the professional, in a group", byBehaviorPlan),
  neighbour("96202", "Parents of several patients trained to manage behavior, the first hour", {
    category: "caregiver-training",
    exists: since("2023-01-01"),
    timing: timed(60, "first hour"),
  }),
  neighbour("96203", "Add-on: a further 15 minutes of training parents in a group", {
    category: "caregiver-training",
    exists: since("2023-01-01"),
    timing: timed(15, "each further 15 minutes"),
    addOnTo: ["96202"],
    note: "Added to 96202.",
  }),
  neighbour("G0539", "Caregiver trained to manage behavior, the first half hour", {
    category: "caregiver-training",
    exists: since("2025-01-01"),
    timing: timed(30, "first half hour"),
  }),
  neighbour("G0540", "Add-on: a further 15 minutes of training a caregiver to manage behavior", {
    category: "caregiver-training",
    exists: since("2025-01-01"),
    timing: timed(15, "each further 15 minutes"),
    addOnTo: ["G0539"],
    note: "Added to G0539.",
  }),
  neighbour("92626", "Hearing function evaluated for a device, the first hour", {
    category: "hearing",
    timing: timed(60, "first hour"),
  }),
  neighbour("92627", "Add-on: a further 15 minutes of evaluating hearing function", {
    category: "hearing",
    timing: timed(15, "each further 15 minutes"),
    addOnTo: ["92626"],
    note: "Added to 92626.",
  }),
  neighbour("92630", "Hearing rehabilitation, hearing lost before speech", {
    category: "hearing",
    medicareStatus: "I",
    replacedBy: ["92507"],
    note: "Medicare wants 92507.",
  }),
  neighbour("92633", "Hearing rehabilitation, hearing lost after speech", {
    category: "hearing",
    medicareStatus: "I",
    replacedBy: ["92507"],
    note: "Medicare wants 92507.",
  }),
  neighbour("S9128", "Speech therapy at home, per day", {
    category: "home-health",
    timing: untimed("per day"),
    medicareStatus: "I",
    note: "Medicare takes no S code.",
  }),
  neighbour("S9129", "Occupational therapy at home, per day", {
    category: "home-health",
    timing: untimed("per day"),
    medicareStatus: "I",
    note: "Medicare takes no S code.",
  }),
  neighbour("S9131", "Physical therapy at home, per day", {
    category: "home-health",
    timing: untimed("per day"),
    medicareStatus: "I",
    note: "Medicare takes no S code.",
  }),

  homeHealth("G0151", "Home health visit by a PT, per 15 minutes"),
  homeHealth("G0152", "Home health visit by an OT, per 15 minutes"),
  homeHealth("G0153", "Home health visit by an SLP, per 15 minutes"),
  homeHealth("G0157", "Home health visit by a PTA, per 15 minutes"),
  homeHealth("G0158", "Home health visit by an OTA, per 15 minutes"),
  homeHealth("G0159", "Home health maintenance program by a PT, per 15 minutes"),
  homeHealth("G0160", "Home health maintenance program by an OT, per 15 minutes"),
  homeHealth("G0161", "Home health maintenance program by an SLP, per 15 minutes"),
  homeHealth("G2168", "Home health maintenance program by a PTA, per 15 minutes"),
  homeHealth("G2169", "Home health maintenance program by an OTA, per 15 minutes"),
];
