import type { ModifierMeaning } from "../model/tables.ts";
import { always, between, since } from "./dated.ts";
import { isPublishedModifier } from "./published-modifiers.ts";
import { recalled, verified } from "./source.ts";

const countsWithSpeechOrPhysical = "It counts against the amount that PT and SLP share.";

const plan = modifiersOf({
  group: "plan",
  valid: always,
  payers:
    "Medicare Part B for always-therapy codes and whatever is given under a therapy plan; many Medicare Advantage, " +
    "commercial, VA and Medicaid plans",
  denial: "Rejected or denied with CARC 4, group CO",
  source: verified("Medicare contractor guidance on GN, GO and GP; CMS Change Request 10176"),
  notes: ["It names the plan, not the profession of who treated."],
});

const assistant = modifiersOf({
  group: "assistant",
  valid: since("2019-01-01"),
  payers: "Medicare Part B since 2020; UnitedHealthcare, TRICARE, Humana and others",
  denial: "CARC 4, group CO, where it does not match the plan modifier; remark N851 marks the reduced payment",
  source: verified("42 USC 1395m(v) and Medicare Claims Processing Manual, chapter 5, section 20.1"),
  notes: [
    "It could be told from 2019-01-01, is required from 2020-01-01, and pays 85 percent from 2022-01-01.",
    "It does not apply at critical access hospitals, nor to the supply of remote monitoring devices.",
    "Minutes that therapist and assistant work together count as the therapist's.",
  ],
});

const threshold = modifiersOf({
  group: "threshold",
  valid: always,
  payers: "Traditional Medicare; some Medicare Advantage plans; equipment claims",
  denial: "CARC 119 where it is missing past the amount; the provider is liable unless a valid notice was given",
  source: verified("42 USC 1395l(g)"),
  notes: [],
});

const notice = modifiersOf({
  group: "notice",
  valid: always,
  payers: "Traditional Medicare only",
  denial: null,
  source: verified("Medicare contractor guidance on advance beneficiary notices"),
  notes: [],
});

const distinct = modifiersOf({
  group: "distinct-service",
  valid: since("2015-01-01"),
  payers: "Medicare and most others",
  denial: "CARC 236 or 97, group CO, where a pair of codes lacks it",
  source: verified("National Correct Coding Initiative edits"),
  notes: [
    "It may stand on either line of the pair since 2019-07-01.",
    "It opens no pair whose indicator is 0.",
    "59 and an X modifier do not stand on one line.",
  ],
});

const telehealth = modifiersOf({
  group: "telehealth",
  valid: always,
  payers: "Most",
  denial: null,
  source: recalled("high", "CPT and HCPCS modifier lists"),
  notes: [],
});

const other = modifiersOf({
  group: "other",
  valid: always,
  payers: "Most",
  denial: null,
  source: recalled("high", "CPT and HCPCS modifier lists"),
  notes: [],
});

const severity = modifiersOf({
  group: "functional-severity",
  valid: between("2013-01-01", "2018-12-31"),
  payers: null,
  denial: null,
  source: verified("CMS therapy services page on the end of functional reporting; the percentages are recalled"),
  notes: ["It went with the functional reporting codes, which were asked for no more from 2019-01-01."],
});

/** The modifiers of which therapy claims make something, in the project's own words. */
export const modifiers: readonly ModifierMeaning[] = [
  plan("GN", "Given under a speech-language pathology plan of care", [
    countsWithSpeechOrPhysical,
    "92521 to 92524, 92597 and 92607 take no other.",
  ]),
  plan("GO", "Given under an occupational therapy plan of care", [
    "It counts against OT's own amount.",
    "97165 to 97168 take no other.",
  ]),
  plan("GP", "Given under a physical therapy plan of care", [
    countsWithSpeechOrPhysical,
    "97161 to 97164 take no other.",
    "Chiropractors bill therapy that Medicare does not cover with GP and GY.",
  ]),

  assistant("CQ", "A physical therapist assistant gave the service, in whole or more than a tenth of it", [
    "It stands with GP, right behind it.",
  ]),
  assistant("CO", "An occupational therapy assistant gave the service, in whole or more than a tenth of it", [
    "It stands with GO, right behind it.",
  ]),

  threshold("KX", "Attests that what is past the year's amount is medically necessary, and that the record shows it", [
    "It belongs on therapy lines from the visit that crosses the amount on; the visit right before is accepted, earlier ones are not.",
    "It replaces neither the plan nor the assistant modifier.",
    "Elsewhere it means other things: equipment policies, late hospice and home health notices, dialysis, " +
      "sex-specific edits, dental services, colonoscopy after a positive stool test.",
  ]),

  notice(
    "GA",
    "A required advance notice is on file: a denial as not necessary is expected",
    [
      "Not on one line with GX, GY, GZ or KX.",
      "Institutional lines with it are denied at once, the patient being liable.",
    ],
    { payers: "Traditional Medicare; UnitedHealthcare after its own denial notice", denial: "CARC 50, group PR" },
  ),
  notice(
    "GX",
    "A voluntary notice is on file: the service is excluded or no benefit",
    ["It may stand with GY.", "Not on one line with GA, GZ or KX."],
    { valid: since("2010-04-01"), denial: "CARC 96, group PR", source: verified("CMS Change Request 6563") },
  ),
  notice(
    "GY",
    "Excluded by law, or not a Medicare benefit",
    ["It needs no notice.", "Not on one line with GA, GZ or KX."],
    { denial: "CARC 96, group PR" },
  ),
  notice(
    "GZ",
    "A denial as not necessary is expected, and no notice was given",
    ["Denied at once since 2011-07-01, the provider being liable.", "Not on one line with GA, GX, GY or KX."],
    { denial: "CARC 50, group CO" },
  ),

  distinct("59", "A separate service, where no X modifier says it better", [], { valid: always }),
  distinct("XE", "Separate: another encounter"),
  distinct("XP", "Separate: another practitioner"),
  distinct("XS", "Separate: another part of the body"),
  distinct("XU", "Separate: unusual, and not overlapping the other service"),

  telehealth("93", "At the same time by telephone, sound only", [
    "Rarely possible for therapy: the code must allow it.",
  ]),
  telehealth("95", "At the same time by picture and sound", [
    "Therapists may bill Medicare for it for services until 2027-12-31.",
  ]),
  telehealth("FQ", "By sound only, as HCPCS says it", ["Mostly for behavioral health."]),
  telehealth("GT", "At the same time by picture and sound, the older way to say it", [
    "Some hospitals and payers use it.",
  ]),
  telehealth("G0", "Telehealth for an acute stroke", ["With a zero; easily typed where GO was meant."], {
    payers: "Medicare",
  }),

  other("22", "Much more work than usual", ["Meant for surgery; almost never right on therapy."]),
  other("25", "A visit of its own, apart from the procedure of the same day", [
    "It belongs on the visit's code, never on therapy.",
  ]),
  other("52", "Less was done than the code says", [
    "In therapy on 92523 where only language was evaluated.",
    "Not for a timed code with too few minutes.",
  ]),
  other("53", "Stopped because the patient was at risk", ["Not for a session that was cut short."]),
  other("76", "Done again by the same professional", ["Not for more units of a timed code."]),
  other("77", "Done again by another professional"),
  other("96", "Habilitative: to gain a skill", ["Not for Medicare."], { payers: "Commercial and some Medicaid plans" }),
  other("97", "Rehabilitative: to regain a skill", ["Not for Medicare.", "It has nothing to do with CARC 97."], {
    payers: "Commercial and some Medicaid plans",
  }),
  other("99", "More modifiers than the line has room for", ["It stands fourth; the note names the others (recalled)."]),
  other("LT", "Left side", ["Not usual on therapy."]),
  other("RT", "Right side", ["Not usual on therapy."]),
  other("KF", "A device of the highest risk class", ["For equipment only."], { payers: "Equipment claims" }),
  other("AT", "Active treatment by a chiropractor", ["For 98940 to 98942 only."], { payers: "Medicare" }),
  other("GC", "By a resident under a teaching physician", ["Not for therapy."], { payers: "Medicare" }),
  other(
    "Q5",
    "By a substitute whom the absent one pays back in kind",
    ["For PTs in underserved and rural areas only (recalled)."],
    {
      payers: "Medicare",
    },
  ),
  other("Q6", "By a substitute paid for the time", ["For PTs in underserved and rural areas only (recalled)."], {
    payers: "Medicare",
  }),
  other(
    "CG",
    "A policy's criteria were applied",
    ["On dialysis: a session beyond three a week that is not justified, where KX says that it is."],
    { payers: "Medicare", source: verified("Medicare local coverage of dialysis sessions") },
  ),

  severity("CH", "Not impaired"),
  severity("CI", "Impaired by 1 to under 20 percent"),
  severity("CJ", "Impaired by 20 to under 40 percent"),
  severity("CK", "Impaired by 40 to under 60 percent"),
  severity("CL", "Impaired by 60 to under 80 percent"),
  severity("CM", "Impaired by 80 to under 100 percent"),
  severity("CN", "Wholly impaired"),
];

const meaningByModifier: ReadonlyMap<string, ModifierMeaning> = new Map(
  modifiers.map((meaning) => [meaning.modifier, meaning]),
);

const ofTherapy = [
  "GN",
  "GO",
  "GP",
  "CQ",
  "CO",
  "KX",
  "GA",
  "GX",
  "GY",
  "GZ",
  "59",
  "XE",
  "XP",
  "XS",
  "XU",
  "52",
  "76",
  "95",
];

const lookAlikes = ["0O", "1I", "2Z", "5S"];

/** The modifier in upper case. */
export function findModifier(modifier: string): ModifierMeaning | undefined {
  return meaningByModifier.get(modifier);
}

/**
 * Whether anyone publishes the modifier, in therapy or not. The list is generous: a false "unknown" is worse than a
 * missing one, so only what is malformed, or near a therapy modifier (`modifiersLike`), ought to be reported at all.
 */
export function isKnownModifier(modifier: string): boolean {
  return meaningByModifier.has(modifier) || isPublishedModifier(modifier);
}

/** The therapy modifiers that an unknown one was probably meant for: turned round, or one character that looks alike. */
export function modifiersLike(modifier: string): readonly string[] {
  return isKnownModifier(modifier) ? none : mistakenFor(modifier);
}

function mistakenFor(modifier: string): readonly string[] {
  return ofTherapy.filter((other) => isTurnedRound(modifier, other) || looksLike(modifier, other));
}

const none: readonly never[] = [];

function isTurnedRound(modifier: string, other: string): boolean {
  return modifier.length === 2 && modifier === other.charAt(1) + other.charAt(0);
}

function looksLike(modifier: string, other: string): boolean {
  return (
    modifier.length === 2 &&
    ((modifier.charAt(0) === other.charAt(0) && isLookAlike(modifier.charAt(1), other.charAt(1))) ||
      (modifier.charAt(1) === other.charAt(1) && isLookAlike(modifier.charAt(0), other.charAt(0))))
  );
}

function isLookAlike(character: string, other: string): boolean {
  return character !== other && lookAlikes.some((pair) => pair.includes(character) && pair.includes(other));
}

type Common = Omit<ModifierMeaning, "modifier" | "meaning">;

/** Makes the modifiers of a group: the notes that they share come after their own. */
function modifiersOf(common: Common) {
  return (
    modifier: string,
    meaning: string,
    notes: readonly string[] = [],
    particular: Partial<Omit<Common, "notes">> = {},
  ): ModifierMeaning => ({ modifier, meaning, ...common, ...particular, notes: [...notes, ...common.notes] });
}
