import type { Procedure } from "../../model/tables.ts";
import { between, since, until } from "../dated.ts";
import { verified } from "../source.ts";
import {
  family,
  perService,
  reducedByFeeSchedule,
  therapistsByFeeSchedule,
  therapyList,
  timed,
  untimed,
} from "./family.ts";

const lockedToSpeech = { modifier: "GN", from: "2018-01-01" } as const;
const lock = verified("CMS Change Request 10176");

const evaluation = family({
  disposition: "always",
  usualDisciplines: ["SLP"],
  category: "evaluation",
  timing: perService,
  medicareStatus: "A",
  isReduced: true,
  locked: lockedToSpeech,
  source: lock,
});

const treatment = family({
  disposition: "always",
  usualDisciplines: ["SLP"],
  category: "treatment",
  timing: perService,
  medicareStatus: "A",
  isReduced: true,
  source: reducedByFeeSchedule,
});

const bundled = family({
  disposition: "always",
  usualDisciplines: ["SLP"],
  category: "evaluation",
  timing: perService,
  medicareStatus: "B",
  source: therapyList("high"),
});

const swallowing = family({
  disposition: "sometimes",
  usualDisciplines: ["SLP"],
  category: "evaluation",
  timing: perService,
  medicareStatus: "A",
  source: therapyList("high"),
});

const testing = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT", "SLP"],
  category: "test",
  timing: perService,
  medicareStatus: "A",
  source: therapyList("medium"),
});

const splitEvaluation = { exists: since("2014-01-01"), replaces: ["92506"] };

/** Speech, language, voice, swallowing and communication devices, and the developmental and cognitive tests. */
export const speech: readonly Procedure[] = [
  treatment("92506", "The one evaluation code for speech, language, voice and hearing until 2013", {
    category: "evaluation",
    exists: until("2013-12-31"),
    replacedBy: ["92521", "92522", "92523", "92524"],
    medicareStatus: null,
    isReduced: false,
    source: therapyList("high"),
  }),
  treatment(
    "92507",
    "Speech therapy, one to one: how the patient speaks, understands, uses the voice or communicates",
    {
      timing: untimed("per session, however long"),
      note: "A second one on the same day is over the unit limit of one.",
    },
  ),
  treatment("92508", "Speech or language treatment in a group", {
    category: "treatment-group",
    timing: untimed("per patient and session"),
  }),
  swallowing("92520", "Measuring the larynx at work with instruments", {
    onTherapyList: since("2010-01-01"),
    note: "Physicians bill it outside a plan of care too.",
  }),
  evaluation("92521", "Evaluation of fluency, such as stuttering", splitEvaluation),
  evaluation("92522", "Evaluation of speech sounds alone", {
    ...splitEvaluation,
    note: "Never together with 92523, which contains it.",
  }),
  evaluation("92523", "Evaluation of speech sounds together with language", {
    ...splitEvaluation,
    note: "With modifier 52 where only language was evaluated.",
  }),
  evaluation("92524", "Evaluation of voice and resonance by listening", splitEvaluation),
  treatment("92526", "Treatment of swallowing or feeding", {
    usualDisciplines: ["SLP", "OT"],
    timing: untimed("per session"),
    note: "The plan of care decides between GN and GO.",
  }),
  evaluation("92597", "Evaluation for a voice prosthesis, or its fitting"),
  bundled("92605", "Evaluation for a communication device without speech output, first hour", {
    timing: timed(60, "first hour"),
    note: "Medicare never pays it separately.",
  }),
  bundled("92606", "Treatment with a communication device without speech output", {
    category: "treatment",
    note: "Medicare never pays it separately.",
  }),
  evaluation("92607", "Evaluation for a speech-generating device, first hour", { timing: timed(60, "first hour") }),
  treatment("92608", "Add-on: a further half hour of the evaluation for a speech-generating device", {
    category: "evaluation",
    timing: timed(30, "each further half hour"),
    isReduced: false,
    source: therapistsByFeeSchedule,
    addOnTo: ["92607"],
    note: "Added to 92607, whose GN it shares in practice.",
  }),
  treatment("92609", "Programming, adapting and training for a speech-generating device"),
  swallowing("92610", "Evaluation of swallowing at the bedside", { usualDisciplines: ["SLP", "OT"] }),
  swallowing("92611", "The therapist's part in a swallow study under moving X-ray", {
    usualDisciplines: ["SLP", "OT"],
  }),
  swallowing("92612", "Swallowing evaluated by endoscope, with recording"),
  swallowing("92614", "Sensation of the larynx tested by endoscope, with recording"),
  swallowing("92616", "Swallowing and sensation tested by endoscope, with recording"),
  bundled("92618", "Add-on: a further half hour of the evaluation for a device without speech output", {
    timing: timed(30, "each further half hour"),
    exists: since("2012-01-01"),
    source: therapyList("medium"),
    addOnTo: ["92605"],
    note: "Added to 92605; Medicare never pays it separately.",
  }),
  testing("96105", "Testing what a stroke or injury left of language, with a report, by the hour", {
    usualDisciplines: ["SLP"],
    timing: timed(60, "per hour"),
    source: therapyList("high"),
  }),
  testing("96110", "Screening of a child's development with a questionnaire", {
    onTherapyList: until("2012-12-31"),
    replacedBy: ["G0451"],
    medicareStatus: "N",
    note: "Still a code elsewhere; Medicare wants G0451.",
  }),
  testing("96111", "Extended testing of development until 2018", {
    exists: until("2018-12-31"),
    replacedBy: ["96112", "96113"],
    medicareStatus: null,
  }),
  testing("96112", "Testing of development, first hour", {
    timing: timed(60, "first hour"),
    exists: since("2019-01-01"),
    replaces: ["96111"],
  }),
  testing("96113", "Add-on: a further half hour of testing of development", {
    timing: timed(30, "each further half hour"),
    exists: since("2019-01-01"),
    replaces: ["96111"],
    addOnTo: ["96112"],
    note: "Added to 96112.",
  }),
  testing("96125", "Cognition tested with published instruments, with a report, by the hour", {
    disposition: "always",
    usualDisciplines: ["SLP", "OT"],
    timing: timed(60, "per hour"),
    exists: since("2008-01-01"),
    isReduced: true,
    source: reducedByFeeSchedule,
  }),
  testing("G0451", "Testing of development with a standard form, as Medicare codes it", {
    exists: since("2013-01-01"),
    replaces: ["96110"],
  }),
  testing("97127", "Cognitive training per day, outside Medicare, 2018 and 2019", {
    disposition: "not-therapy",
    category: "procedure",
    timing: untimed("per day"),
    exists: between("2018-01-01", "2019-12-31"),
    replaces: ["97532"],
    replacedBy: ["97129", "97130"],
    medicareStatus: "I",
    source: therapyList("high"),
    note: "Medicare used G0515 instead.",
  }),
];
