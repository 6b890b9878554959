import type { Procedure } from "../../model/tables.ts";
import { since, until } from "../dated.ts";
import {
  family,
  perService,
  quarterHour,
  reducedByFeeSchedule,
  statusByFeeSchedule,
  therapistsByFeeSchedule,
  therapyList,
  untimed,
} from "./family.ts";

const supervised = family({
  disposition: "always",
  usualDisciplines: ["PT", "OT"],
  category: "modality-supervised",
  timing: perService,
  medicareStatus: "A",
  isHandsOn: true,
  isReduced: true,
  source: reducedByFeeSchedule,
});

const attended = family({
  disposition: "always",
  usualDisciplines: ["PT", "OT"],
  category: "modality-constant-attendance",
  timing: quarterHour,
  medicareStatus: "A",
  isHandsOn: true,
  isReduced: true,
  source: reducedByFeeSchedule,
});

const notPaid = family({
  disposition: "not-therapy",
  usualDisciplines: ["PT", "OT"],
  category: "modality-supervised",
  timing: perService,
  isHandsOn: true,
  source: statusByFeeSchedule,
});

/** Heat, cold, light, water, current and sound: supervised ones untimed, attended ones by the quarter hour. */
export const modalities: readonly Procedure[] = [
  notPaid("64550", "Surface electrodes for nerve stimulation put on, until 2018", {
    disposition: "sometimes",
    category: "modality",
    isHandsOn: false,
    exists: until("2018-12-31"),
    source: therapyList("high"),
  }),
  supervised("97010", "Hot or cold packs", {
    medicareStatus: "B",
    isReduced: false,
    source: therapyList("high"),
    note: "Medicare never pays it separately; it belongs to the other services of the day.",
  }),
  supervised("97012", "Traction by a machine"),
  notPaid("97014", "Electrical stimulation without attendance, as other payers code it", {
    replacedBy: ["G0283"],
    medicareStatus: "I",
    note: "Medicare wants G0283, or G0281 for certain wounds; many other payers take 97014.",
  }),
  supervised("97016", "Compression by a pneumatic device"),
  supervised("97018", "Paraffin bath"),
  supervised("97022", "Whirlpool"),
  supervised("97024", "Diathermy"),
  supervised("97026", "Infrared", {
    medicareStatus: "R",
    note: "Medicare's coverage is restricted; not for neuropathy or wounds (recalled).",
  }),
  supervised("97028", "Ultraviolet"),
  attended("97032", "Electrical stimulation by hand, in attendance"),
  attended("97033", "Iontophoresis"),
  attended("97034", "Contrast baths"),
  attended("97035", "Ultrasound"),
  attended("97036", "Treatment in a Hubbard tank"),
  notPaid("97037", "Low-level laser for pain after surgery", { exists: since("2024-01-01"), medicareStatus: "N" }),
  attended("97039", "A modality without a code of its own, in attendance", {
    timing: untimed("unlisted; the time is told in the note"),
    medicareStatus: "C",
    isHandsOn: false,
    isUnlisted: true,
    isReduced: false,
    source: therapistsByFeeSchedule,
    note: "Needs a description of what was done.",
  }),
  supervised("G0281", "Electrical stimulation without attendance for certain chronic wounds", {
    exists: since("2003-04-01"),
    note: "The start date is recalled.",
  }),
  notPaid("G0282", "Electrical stimulation of wounds that G0281 does not cover", {
    medicareStatus: "N",
    source: therapyList("high"),
  }),
  supervised("G0283", "Electrical stimulation without attendance other than for wounds", {
    exists: since("2003-01-01"),
    replaces: ["97014"],
    note: "Medicare's counterpart of 97014; the start date is recalled.",
  }),
  notPaid("G0295", "Electromagnetic therapy that G0329 does not cover", {
    medicareStatus: "N",
    source: therapyList("high"),
  }),
  supervised("G0329", "Electromagnetic therapy for certain chronic wounds", {
    exists: since("2004-07-01"),
    note: "The start date is recalled.",
  }),
];
