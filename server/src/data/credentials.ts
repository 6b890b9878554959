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

const clinicianByCredential: ReadonlyMap<string, Clinician> = new Map(
  credentials.flatMap(({ words, discipline, role }) =>
    words.map((word) => [word, { credential: word, discipline, role }]),
  ),
);

const nameOnly: Clinician = { credential: undefined, discipline: undefined, role: undefined };

/**
 * Who treated, from a name, a credential or both: `PT`, `J. Smith, PTA`, `Smith OTR/L`, `m.s., ccc-slp`. The last of
 * several credentials counts. Where only a name stands, or credentials of different roles or disciplines, nothing is
 * known of the clinician; undefined where there are no letters at all.
 */
export function findClinician(text: string): Clinician | undefined {
  if (!/[a-z]/i.test(text)) return undefined;
  const words = wordsIn(withoutSupervisor(text));
  const found = words
    .filter((word, index) => words.length === 1 || !(isName(word) || (index === 0 && isInitials(word))))
    .flatMap(cliniciansOfWord);
  const last = found.at(-1);
  if (last === undefined || words.some((word) => isHelperOf(last, word))) return nameOnly;
  return found.every((one) => one.discipline === last.discipline && one.role === last.role) ? last : nameOnly;
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
