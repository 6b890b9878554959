import type { Clinician } from "../model/clinician.ts";
import type { Discipline } from "../model/discipline.ts";

/** The credentials that are read, by what they say of their bearer. */
const credentials: readonly {
  words: readonly string[];
  discipline: Discipline | undefined;
  role: Clinician["role"];
}[] = [
  { words: ["PT", "DPT", "MPT", "RPT"], discipline: "PT", role: "therapist" },
  { words: ["PTA", "LPTA"], discipline: "PT", role: "assistant" },
  { words: ["OT", "OTR", "OTR/L", "OTD"], discipline: "OT", role: "therapist" },
  { words: ["OTA", "COTA", "COTA/L"], discipline: "OT", role: "assistant" },
  { words: ["SLP", "CCC-SLP", "CCC/SLP", "MS-SLP", "CFY", "CFY-SLP", "CF-SLP"], discipline: "SLP", role: "therapist" },
  { words: ["MD", "DO", "NP", "PA", "CNS"], discipline: undefined, role: "practitioner" },
];

const student = "a student";
const speechAssistant = "an SLP assistant";

/** Credentials of those whose services Medicare does not pay as therapy, with their occupation. */
const otherCredentials: readonly {
  words: readonly string[];
  occupation: string;
  /** Therapists bear it too, beside their own. */
  isAlsoTherapists: boolean;
}[] = [
  { words: ["ATC", "ATC/L"], occupation: "an athletic trainer", isAlsoTherapists: true },
  { words: ["LMT"], occupation: "a massage therapist", isAlsoTherapists: true },
  { words: ["SLPA", "SLP-A"], occupation: speechAssistant, isAlsoTherapists: false },
  { words: ["SPTA", "OTAS"], occupation: student, isAlsoTherapists: false },
];

const additional = new Set(otherCredentials.filter((one) => one.isAlsoTherapists).flatMap(({ words }) => words));

const clinicianByCredential: ReadonlyMap<string, Clinician> = new Map(
  [
    ...credentials.flatMap(({ words, discipline, role }) =>
      words.map((word): Clinician => ({ credential: word, discipline, role })),
    ),
    ...otherCredentials.flatMap(({ words, occupation }) =>
      words.map((word): Clinician => ({ ...other(occupation), credential: word })),
    ),
  ].map((clinician) => [clinician.credential ?? "", clinician]),
);

const trade = "(?:PTA?|C?OTA?|SLP|ST|rehab|therapy|(?:physical|occupational|speech) therapy)";

/** How somebody without a credential is called: alone, behind a name and a comma, or with the name behind. */
const occupations: readonly { forms: readonly RegExp[]; occupation: string }[] = [
  { forms: formsOf("aides?"), occupation: "an aide" },
  { forms: formsOf("tech(?:nician)?s?"), occupation: "a technician" },
  // Alone, SPT is a transfer and OTS a brace from the shelf.
  { forms: [...formsOf("students?"), /^(?<rest>.+)[,(]\s*(?:SPT|OTS)\)?$/], occupation: student },
  {
    forms: [/^(?:(?<rest>.+)[,(]\s*)?(?:SLP|speech(?:[ -]therapy)?)[ -](?:assistant|asst\.?)\)?$/i],
    occupation: speechAssistant,
  },
];

const nameOnly: Clinician = { credential: undefined, discipline: undefined, role: undefined };

/**
 * Who treated, from a name, a credential or both: `PT`, `J. Smith, PTA`, `Smith OTR/L`, `m.s., ccc-slp`; or an
 * occupation: `rehab aide`, `K. Brown, student PT`. The last of several credentials counts. Where only a name stands, or
 * credentials of different roles or disciplines, nothing is known of the clinician; undefined where there are no letters
 * at all.
 */
export function findClinician(text: string): Clinician | undefined {
  if (!/[a-z]/i.test(text)) return undefined;
  // Most rows say a credential alone.
  const bearer = clinicianByCredential.get(bareOf(text));
  if (bearer !== undefined) return bearer;
  const treating = withoutSupervisor(text);
  const clinician = readClinician(treating);
  // A student whom the therapist directs may treat in the therapist's name.
  return clinician.occupation === student && treating !== text ? nameOnly : clinician;
}

function readClinician(text: string): Clinician {
  const words = wordsIn(text);
  const found = withoutAdditional(credentialsIn(words));
  const last = found.at(-1);
  if (last === undefined || words.some((word) => isHelperOf(last, word))) return whoWithoutCredential(text);
  return found.every((one) => one.discipline === last.discipline && one.role === last.role) ? last : nameOnly;
}

function credentialsIn(words: readonly string[]): readonly Clinician[] {
  return words
    .filter((word, index) => words.length === 1 || !(isName(word) || (index === 0 && isInitials(word))))
    .flatMap(cliniciansOfWord);
}

/** A therapist may be an athletic trainer too: then the therapist treated. */
function withoutAdditional(found: readonly Clinician[]): readonly Clinician[] {
  const main = found.filter(({ credential = "" }) => !additional.has(credential));
  return main.length === 0 ? found : main;
}

/** Somebody of an occupation that has no credential, where nobody else is named beside. */
function whoWithoutCredential(text: string): Clinician {
  if (!/aide|tech|student|ass|SPT|OTS/i.test(text)) return nameOnly;
  for (const { forms, occupation } of occupations) {
    for (const form of forms) {
      const match = form.exec(text.trim());
      if (match !== null && isOneName(match.groups?.["rest"] ?? "")) return other(occupation);
    }
  }
  return nameOnly;
}

function other(occupation: string): Clinician {
  return { credential: undefined, discipline: undefined, role: "other", occupation };
}

/** `PT aide`, `K. Brown, aide`, `Aide: K. Brown`, `student PT`. */
function formsOf(word: string): readonly RegExp[] {
  return [
    new RegExp(`^(?:(?<rest>.+)[,(]\\s*)?(?:${trade}[ -])?(?:${word})\\)?$`, "i"),
    new RegExp(`^(?:${trade}[ -])?(?:${word})(?:[ -](?:PTA?|C?OTA?|SLP))?(?:\\s*[:,(]\\s*(?<rest>.+))?$`, "i"),
  ];
}

function withoutSupervisor(text: string): string {
  return text.replace(/[\s,(;-](?:sup(?:v|erv\w*)?|under|co-?sign\w*)\b.*$/i, "");
}

/** A slash parts words, but not the halves of one credential. */
function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s,()[\]:&+;]+/)
    .flatMap((word) => (isCredential(word) ? [word] : word.split("/")))
    .filter((word) => word !== "");
}

// A therapist's aide or student bears no credential of his own, and an assistant may be named without one.
function isHelperOf({ role }: Clinician, word: string): boolean {
  if (/^(?:aide|tech|technician|student|intern)s?$/i.test(word)) return true;
  return role === "therapist" && /^(?:assistants?|asst\.?)$/i.test(word);
}

/** A name at most: no credential of a second person, and nothing that joins one. */
function isOneName(text: string): boolean {
  return credentialsIn(wordsIn(text)).length === 0 && !/[&+/]|\b(?:w|with|and)\b/i.test(text);
}

// Do, Pa and Md are names too; a credential is seldom written so.
function isName(word: string): boolean {
  return /^(?:Do|Md|Np|Pa)$/.test(word);
}

// As in "P.T. Barnum".
function isInitials(word: string): boolean {
  return /^[a-z]\.[a-z]\.?$/i.test(word);
}

/** The clinician of a credential, or of each one within a word such as `MS-CCC-SLP`. */
function cliniciansOfWord(word: string): readonly Clinician[] {
  const bare = bareOf(word);
  const whole = clinicianByCredential.get(bare);
  return whole ? [whole] : bare.split("-").flatMap((piece) => clinicianByCredential.get(piece) ?? []);
}

function isCredential(word: string): boolean {
  return clinicianByCredential.has(bareOf(word));
}

function bareOf(word: string): string {
  return word.replaceAll(".", "").toUpperCase();
}
