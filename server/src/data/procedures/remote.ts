import type { Procedure, Source } from "../../model/tables.ts";
import { always, between, since, until } from "../dated.ts";
import { recalled, verified } from "../source.ts";
import { codeSet, family, perService, therapyList, timed, untimed } from "./family.ts";

const monitoringRules: Source = verified("Published summaries of Medicare's remote therapeutic monitoring rules");
const changeRequest14250: Source = verified("CMS Change Request 14250");
const changeRequest12126: Source = verified("CMS Change Request 12126");

const monitoring = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT", "SLP"],
  category: "remote-monitoring",
  timing: untimed("per 30 days"),
  exists: since("2022-01-01"),
  medicareStatus: "A",
  source: monitoringRules,
});

const caregiver = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT", "SLP"],
  category: "caregiver-training",
  timing: untimed("per session"),
  source: verified("HHS guidance on therapy services: codes added for 2024"),
});

const online = family({
  disposition: "sometimes",
  usualDisciplines: ["PT", "OT", "SLP"],
  category: "communication-technology",
  timing: untimed("total time over 7 days"),
  source: therapyList("medium"),
});

const call = {
  timing: untimed("by length of the call"),
  exists: always,
  onTherapyList: between("2020-03-01", "2024-12-31"),
  medicareStatus: "A",
  note: "Still a code. Therapists could bill it from the public health emergency on; when that ended is recalled with little confidence.",
} as const;
const message = {
  exists: since("2020-01-01"),
  onTherapyList: since("2021-01-01"),
  medicareStatus: "A",
  source: recalled("medium", "CMS Change Request 12126"),
} as const;
const formerMessage = {
  exists: between("2020-01-01", "2020-12-31"),
  onTherapyList: between("2020-03-01", "2020-12-31"),
};
const noAssistantCut = "CQ and CO do not belong on device supply.";
const assistantCut = "CQ or CO where the assistant's share is over the tenth.";

/** Monitoring from afar, messages and calls, and the training of caregivers. */
export const remote: readonly Procedure[] = [
  monitoring("98975", "Remote therapeutic monitoring set up and explained, once an episode", {
    timing: untimed("once an episode"),
    note: assistantCut,
  }),
  monitoring("98976", "Remote monitoring device supplied, breathing", {
    meanings: [
      {
        ...between("2022-01-01", "2025-12-31"),
        description: "Device supplied for breathing, 30 days with at least 16 days of data",
      },
      { ...since("2026-01-01"), description: "Device supplied for breathing, 16 to 30 days of data in 30 days" },
    ],
    note: noAssistantCut,
  }),
  monitoring("98977", "Remote monitoring device supplied, muscles and joints", {
    meanings: [
      {
        ...between("2022-01-01", "2025-12-31"),
        description: "Device supplied for muscles and joints, 30 days with at least 16 days of data",
      },
      {
        ...since("2026-01-01"),
        description: "Device supplied for muscles and joints, 16 to 30 days of data in 30 days",
      },
    ],
    note: noAssistantCut,
  }),
  monitoring("98978", "Remote monitoring device supplied, cognitive behavioral therapy", {
    exists: since("2023-01-01"),
    medicareStatus: "C",
    source: therapyList("low"),
    note: "Whether it stands on the therapy list was not found.",
  }),
  monitoring("98979", "Remote monitoring managed, 10 to 19 minutes in a month", {
    timing: timed(10, "10 to 19 minutes in a calendar month"),
    exists: since("2026-01-01"),
    medicareStatus: null,
    meanings: [
      { ...since("2026-01-01"), description: "Remote monitoring managed, 10 to 19 minutes in a calendar month" },
    ],
    source: changeRequest14250,
    note: assistantCut,
  }),
  monitoring("98980", "Remote monitoring managed with the patient spoken to, the first 20 minutes of a month", {
    timing: timed(20, "first 20 minutes in a calendar month"),
    note: assistantCut,
  }),
  monitoring("98981", "Add-on: a further 20 minutes of managing remote monitoring", {
    timing: timed(20, "each further 20 minutes in a calendar month"),
    addOnTo: ["98980"],
    note: "Added to 98980 in the same calendar month. CQ or CO where the assistant's share is over the tenth.",
  }),
  monitoring("98984", "Remote monitoring device supplied, breathing, 2 to 15 days of data", {
    exists: since("2026-01-01"),
    medicareStatus: null,
    meanings: [
      { ...since("2026-01-01"), description: "Device supplied for breathing, 2 to 15 days of data in 30 days" },
    ],
    source: changeRequest14250,
    note: noAssistantCut,
  }),
  monitoring("98985", "Remote monitoring device supplied, muscles and joints, 2 to 15 days of data", {
    exists: since("2026-01-01"),
    medicareStatus: null,
    meanings: [
      {
        ...since("2026-01-01"),
        description: "Device supplied for muscles and joints, 2 to 15 days of data in 30 days",
      },
    ],
    source: changeRequest14250,
    note: noAssistantCut,
  }),
  monitoring("98986", "Remote monitoring device supplied, cognitive behavioral therapy, 2 to 15 days of data", {
    disposition: "not-therapy",
    exists: since("2026-01-01"),
    medicareStatus: null,
    source: therapyList("low"),
    note: "Whether it stands on the therapy list was not found.",
  }),

  caregiver("97550", "Caregiver trained without the patient, the first half hour", {
    timing: timed(30, "first half hour"),
    exists: since("2024-01-01"),
    medicareStatus: "A",
  }),
  caregiver("97551", "Add-on: a further 15 minutes of caregiver training", {
    timing: timed(15, "each further 15 minutes"),
    exists: since("2024-01-01"),
    medicareStatus: "A",
    addOnTo: ["97550"],
    note: "Added to 97550. The patient is absent, so it is kept out of the 8-minute pool (recalled).",
  }),
  caregiver("97552", "Several caregivers trained together without the patient", {
    exists: since("2024-01-01"),
    medicareStatus: "A",
  }),
  caregiver("G0541", "Caregiver trained in hands-on care, the first half hour", {
    timing: timed(30, "first half hour"),
    exists: since("2025-01-01"),
    source: therapyList("medium"),
  }),
  caregiver("G0542", "Add-on: a further 15 minutes of training in hands-on care", {
    timing: timed(15, "each further 15 minutes"),
    exists: since("2025-01-01"),
    source: therapyList("medium"),
    addOnTo: ["G0541"],
    note: "Added to G0541. The patient is absent, so it is kept out of the 8-minute pool (recalled).",
  }),
  caregiver("G0543", "Several caregivers trained together in hands-on care", {
    exists: since("2025-01-01"),
    source: therapyList("medium"),
  }),

  online("98966", "Telephone assessment by a therapist, short", call),
  online("98967", "Telephone assessment by a therapist, middle length", call),
  online("98968", "Telephone assessment by a therapist, long", call),
  online("98970", "Assessment by messages over 7 days, short", { ...message, replaces: ["G2061"] }),
  online("98971", "Assessment by messages over 7 days, middle length", { ...message, replaces: ["G2062"] }),
  online("98972", "Assessment by messages over 7 days, long", { ...message, replaces: ["G2063"] }),
  online("G2061", "Assessment by messages in 2020, short", { ...formerMessage, replacedBy: ["98970"] }),
  online("G2062", "Assessment by messages in 2020, middle length", { ...formerMessage, replacedBy: ["98971"] }),
  online("G2063", "Assessment by messages in 2020, long", { ...formerMessage, replacedBy: ["98972"] }),
  online("G2250", "Pictures or video sent by the patient assessed by a therapist", {
    timing: perService,
    exists: since("2021-01-01"),
    medicareStatus: "A",
    replaces: ["G2010"],
    source: changeRequest12126,
  }),
  online("G2251", "Brief talk from afar with a therapist", {
    timing: untimed("5 to 10 minutes"),
    exists: since("2021-01-01"),
    medicareStatus: "A",
    replaces: ["G2012"],
    source: changeRequest12126,
  }),
  online("G2010", "Pictures or video sent by the patient assessed", {
    timing: perService,
    onTherapyList: between("2020-03-01", "2020-12-31"),
    medicareStatus: "A",
    replacedBy: ["G2250"],
    note: "Still a physician's code; therapists use G2250 since 2021.",
  }),
  online("G2012", "Brief talk from afar, until 2024", {
    timing: perService,
    exists: until("2024-12-31"),
    onTherapyList: between("2020-03-01", "2020-12-31"),
    medicareStatus: "A",
    replacedBy: ["G2251", "98016"],
    note: "Therapists use G2251 since 2021; physicians 98016 since 2025.",
  }),
  online("98016", "Brief talk from afar with a physician or practitioner", {
    disposition: "not-therapy",
    usualDisciplines: [],
    timing: untimed("5 to 10 minutes"),
    exists: since("2025-01-01"),
    replaces: ["G2012"],
    source: codeSet("high"),
    note: "Therapists use G2251.",
  }),
];
