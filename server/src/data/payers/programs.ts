import type { Payer } from "../../model/tables.ts";
import { always, between, since } from "../dated.ts";
import { recalled, verified } from "../source.ts";
import { answer } from "./answers.ts";

const assistantLaw = verified("42 USC 1395m(v)");
const medicareAdvantagePlans = answer(
  always,
  "required",
  recalled("medium", "Medicare Advantage plans' usual adoption of Medicare's therapy modifiers"),
);
const noNotice = answer(
  always,
  "ignored",
  verified("CMS, May 2014: plans give organization determinations in place of advance notices"),
);
const thresholdGuidance = verified("Guidance that Medicare Advantage plans may, and need not, use the KX threshold");

// Those who administer Part B, as they stand beside the word Medicare.
const contractors = ["cgs", "fcso", "first coast", "ngs", "noridian", "novitas", "railroad", "rr", "rrb", "wps"];

/** Traditional Medicare, Railroad Medicare included. */
export const medicareB: Payer = {
  id: "medicare-b",
  name: "Medicare Part B",
  aliases: [
    "medicare",
    "medicare part b",
    "medicare b",
    "part b medicare",
    "medicare primary",
    "medicare part a",
    "medicare a",
    "medicare a b",
    "medicare a and b",
    "original medicare",
    "traditional medicare",
    "medicare ffs",
    "medicare fee for service",
    ...contractors.flatMap((name) => [`${name} medicare`, `medicare ${name}`, `${name} part b`]),
    "novitas solutions",
    "noridian healthcare solutions",
    "palmetto gba",
    "national government services",
    "first coast",
    "first coast service options",
    "fcso",
    "cgs administrators",
  ],
  filingIndicators: ["MB", "MA"],
  answers: {
    "plan-modifiers": [answer(always, "required", verified("CMS Change Request 10176"))],
    "assistant-modifiers": [
      answer(
        between("2019-01-01", "2019-12-31"),
        "optional",
        recalled("medium", "CMS on the first, voluntary year of CQ and CO"),
      ),
      answer(since("2020-01-01"), "required", assistantLaw),
    ],
    kx: [answer(since("2006-01-01"), "required", verified("42 USC 1395l(g)"))],
    abn: [answer(always, "required", verified("Medicare contractor guidance on advance beneficiary notices"))],
  },
  unitCounting: "eight-minute-rule",
  note: "Outpatient therapy on institutional claims is Part B too, though X12 files it under MA, Part A.",
};

const supplement: Payer = {
  id: "medicare-supplement",
  name: "Medicare supplement",
  aliases: ["medicare supplement", "medicare supplemental", "medicare supp", "medigap"],
  filingIndicators: [],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "unknown",
  note: "It pays what Medicare leaves over, mostly from Medicare's own crossover.",
};

const priorityHealth: Payer = {
  id: "medicare-advantage-priority-health",
  name: "Priority Health Medicare Advantage",
  aliases: ["priority health medicare", "priority health medicare advantage"],
  filingIndicators: [],
  answers: {
    "plan-modifiers": [medicareAdvantagePlans],
    "assistant-modifiers": [],
    kx: [
      answer(between("2006-01-01", "2020-12-31"), "optional", thresholdGuidance),
      answer(since("2021-01-01"), "required", verified("Priority Health on KX at its Medicare plans, 2021")),
    ],
    abn: [noNotice],
  },
  unitCounting: "eight-minute-rule",
  note: null,
};

export const medicareAdvantage: Payer = {
  id: "medicare-advantage",
  name: "Medicare Advantage",
  aliases: [
    "medicare advantage",
    "medicare adv",
    "medicare part c",
    "medicare hmo",
    "medicare ppo",
    "medicare replacement",
    "medicare complete",
    "medicarecomplete",
    "medicare plus blue",
    "aarp medicare",
    "uhc medicare",
    "uhc medicare advantage",
    "aarp medicare advantage",
    "unitedhealthcare medicare",
    "dual complete",
    "aetna medicare",
    "humana medicare",
    "humana gold plus",
    "humana gold choice",
  ],
  filingIndicators: ["16"],
  answers: {
    "plan-modifiers": [medicareAdvantagePlans],
    "assistant-modifiers": [],
    kx: [answer(since("2006-01-01"), "optional", thresholdGuidance)],
    abn: [noNotice],
  },
  unitCounting: "eight-minute-rule",
  note: "Each plan has rules of its own. Advance notices and their modifiers are not for it.",
};

const illinoisMedicaid: Payer = {
  id: "medicaid-illinois",
  name: "Illinois Medicaid",
  aliases: ["illinois medicaid", "medicaid illinois", "medicaid of illinois", "il medicaid", "medicaid il"],
  filingIndicators: [],
  answers: {
    "plan-modifiers": [
      answer(since("2014-05-21"), "required", verified("Illinois Medicaid notice on therapy modifiers, 2014")),
    ],
    "assistant-modifiers": [],
    kx: [],
    abn: [],
  },
  unitCounting: "unknown",
  note: null,
};

const medicaid: Payer = {
  id: "medicaid",
  name: "Medicaid",
  aliases: [
    "medicaid",
    "medi cal",
    "uhc community plan",
    "unitedhealthcare community plan",
    "aetna better health",
    "horizon nj health",
  ],
  filingIndicators: ["MC"],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "unknown",
  note: "Every state has rules of its own.",
};

const tricare: Payer = {
  id: "tricare",
  name: "TRICARE",
  aliases: ["tricare", "champus", "humana military", "health net federal services"],
  filingIndicators: ["CH"],
  answers: {
    "plan-modifiers": [
      answer(always, "required", recalled("medium", "TRICARE's adoption of Medicare's therapy modifiers")),
    ],
    "assistant-modifiers": [
      answer(
        since("2022-01-01"),
        "required",
        verified("American Occupational Therapy Association on payers that ask for CQ and CO"),
      ),
    ],
    kx: [],
    abn: [],
  },
  unitCounting: "unknown",
  note: "When it began to ask for CQ and CO is not established; the table begins with the reduced payment of 2022.",
};

const veterans: Payer = {
  id: "va",
  name: "VA Community Care",
  aliases: [
    "va",
    "va ccn",
    "vaccn",
    "va community care",
    "veterans affairs",
    "veterans administration",
    "optum va",
    "triwest",
  ],
  filingIndicators: ["VA"],
  answers: {
    "plan-modifiers": [answer(always, "required", verified("VA Community Care Network guidance on therapy modifiers"))],
    "assistant-modifiers": [],
    kx: [],
    abn: [],
  },
  unitCounting: "unknown",
  note: "Chiropractors too bill visits with GP here.",
};

const workersCompensation: Payer = {
  id: "workers-compensation",
  name: "Workers' compensation",
  aliases: ["workers compensation", "workers comp", "workmans compensation", "workmans comp", "work comp", "wc"],
  filingIndicators: ["WC"],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "unknown",
  note: null,
};

const auto: Payer = {
  id: "auto",
  name: "Auto insurance",
  aliases: [
    "auto",
    "auto insurance",
    "auto accident",
    "automobile insurance",
    "motor vehicle accident",
    "no fault",
    "pip",
  ],
  filingIndicators: ["AM"],
  answers: { "plan-modifiers": [], "assistant-modifiers": [], kx: [], abn: [] },
  unitCounting: "unknown",
  note: null,
};

/** Public programs and liability, the more exact first. */
export const programs: readonly Payer[] = [
  medicareB,
  supplement,
  priorityHealth,
  medicareAdvantage,
  illinoisMedicaid,
  medicaid,
  tricare,
  veterans,
  workersCompensation,
  auto,
];
