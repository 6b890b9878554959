import { type ColumnKind, type ColumnName, columnTexts, findColumnName } from "../superbill/column-names.ts";
import { type FieldName, fieldTexts } from "../superbill/field-names.ts";
import { type Label, findLabel } from "../superbill/labels.ts";
import { candidateOf, nearestName, sharedBeginning } from "../superbill/nearest-name.ts";
import { type OwnColumn, furtherColumnNames, furtherFieldNames, ownColumnTexts } from "./column-texts.ts";

/** What a column holds: a value of the service line, a field of the claim that its rows repeat, or half of one. */
export type Meaning =
  | ({ readonly of: "line" } & ColumnName)
  | { readonly of: "claim"; readonly label: Label }
  | { readonly of: "own"; readonly column: OwnColumn };

/** What a column is called in a description, what it holds, and how its name may be spelled. */
export interface MeaningText {
  readonly title: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** A table of claims has columns for these: in a text without titles each is a field of a claim. */
const ofClaim: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["subject", "payer"]);

/** Later ones go before earlier ones: a system's own name says more than a label that it looks like. */
const meaningByKey: ReadonlyMap<string, Meaning> = new Map([
  ...Object.entries(furtherColumnNames).flatMap(([kind, names]) =>
    names.map((name): [string, Meaning] => [keyOf(name), { of: "line", kind: kind as ColumnKind }]),
  ),
  ...fieldTexts.flatMap(({ field }) =>
    (furtherFieldNames[field] ?? []).map((name): [string, Meaning] => [keyOf(name), { of: "claim", label: { field } }]),
  ),
  ...ownColumnTexts.flatMap(({ column, names }) =>
    names.map((name): [string, Meaning] => [keyOf(name), { of: "own", column }]),
  ),
]);

/** By its name in any spelling: `Service date`, `service_date`, `SERVICE-DATE`. Undefined where it is not known. */
export function findMeaning(name: string): Meaning | undefined {
  if (name.length > longestName) return undefined;
  const key = keyOf(name);
  return (
    meaningByKey.get(key) ??
    numberedMeaning(key) ??
    meaningOfColumn(name) ??
    meaningOfLabel(name) ??
    namedByModifiers(name)
  );
}

/** A column's name is longer than none of these. */
const longestName = 60;

export function textOfMeaning(meaning: Meaning): MeaningText | undefined {
  if (meaning.of === "own") return ownColumnTexts.find(({ column }) => column === meaning.column);
  if (meaning.of === "line") {
    const known = columnTexts.find(({ kind }) => kind === meaning.kind);
    return known && { ...known, names: [...known.names, ...(furtherColumnNames[meaning.kind] ?? [])] };
  }
  const { field } = meaning.label;
  const known = fieldTexts.find((text) => text.field === field);
  return known && { ...known, names: [...known.labels, ...(furtherFieldNames[field] ?? [])] };
}

/** The name of a column that is read, which a mistyped one was probably meant for; a number behind it stays. */
export function nearestColumn(name: string): { readonly name: string; readonly meaning: Meaning } | undefined {
  const [, words = "", gap = "", number = ""] = /^(\D{5,60}?)(\s*)([1-9]|1[0-2]|)$/.exec(name) ?? [];
  const key = keyOf(words);
  const near = [1, 2].map((distance) => nearestName(key, candidates, distance));
  const nearest = near.find((candidate, index) => candidate && isSlip(words, candidate.name, index === 0 ? 4 : 7));
  const found = nearest && `${nearest.name}${gap}${number}`;
  const meaning = found === undefined ? undefined : findMeaning(found);
  return found === undefined || meaning === undefined || isUnread(meaning) ? undefined : { name: found, meaning };
}

/**
 * Whether one word of a name has a slip inside, and is long enough for it. `Primary MD` is no slip for `Primary ID`, nor are the endings
 * of `Coder` and `Payers`.
 */
function isSlip(written: string, known: string, least: number): boolean {
  const [some, others] = [wordsIn(written), wordsIn(known)];
  const [place, another] = others.flatMap((word, index) => (word === some[index] ? [] : [index]));
  if (some.length !== others.length || place === undefined || another !== undefined) return false;
  const [word = "", right = ""] = [some[place], others[place]];
  const shared = sharedBeginning(word, right);
  return right.length >= least && shared > 0 && shared < Math.min(word.length, right.length - 1);
}

function wordsIn(name: string): readonly string[] {
  const parted = name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ").toLowerCase();
  return parted.split(/[^\p{L}]+/u).filter((word) => word !== "");
}

function isUnread(meaning: Meaning): boolean {
  if (meaning.of === "own") return meaning.column === "patientKey" || meaning.column === "unitPrice";
  return meaning.of === "line"
    ? meaning.kind === "ignored" || meaning.kind === "note"
    : unread.has(meaning.label.field);
}

const unread: ReadonlySet<FieldName> = new Set<FieldName>(["ignored", "uncertainId", "coverage", "note", "abn"]);

const candidates = [
  ...columnTexts.flatMap(({ names }) => names),
  ...fieldTexts.flatMap(({ labels }) => labels),
  ...Object.values(furtherColumnNames).flat(),
  ...Object.values(furtherFieldNames).flat(),
  ...ownColumnTexts.flatMap(({ names }) => names),
]
  .filter((name) => !/\d/.test(name))
  .map((name) => candidateOf(name, keyOf(name)));

/**
 * Whether a name could be that of several things, so that another column of the same kind goes before it: `Date` beside `DOS`, `Fee` of
 * one unit beside `Line total`, `Procedure` in words beside `CPT`.
 */
export function isVague(name: string): boolean {
  return vague.has(keyOf(name));
}

const vague: ReadonlySet<string> = new Set(
  "date,visit,from,code,codes,procedure,procedures,proc,service code,amount,amt,total,fee,fees,name,provider,npi,claim,invoice,encounter,visit id,unit,time"
    .split(",")
    .map(keyOf),
);

/** Whether a column's name, or what stands in it, is modifiers of therapy and nothing else: an office's own table has `GP/GO/GN` beside `KX`. */
export function areTherapyModifiers(text: string): boolean {
  return text.length <= 20 && !/^co$/i.test(text) && /^(?:(?:G[NOP]|KX|C[QO]|59)(?:[\s/,;&-]+|$))+$/i.test(text);
}

/** One of several columns of one kind, as systems number them: `Modifier_One`, `DX_CODE_2`, `DiagPtr3`. */
function numberedMeaning(key: string): Meaning | undefined {
  if (modifier.test(key)) return { of: "line", kind: "modifiers" };
  if (pointer.test(key)) return { of: "line", kind: "pointers" };
  const letter = diagnosis.exec(key)?.[1];
  if (letter !== undefined) return { of: "claim", label: findLabel(`Dx ${letter}`, false) ?? { field: "diagnosis" } };
  if (code.test(key)) return { of: "line", kind: "code" };
  return undefined;
}

const modifier =
  /^(?:cpt|hcpcs|proc|procedure|line|svc|service|charge)?(?:m|mod|modifier|modif|mdfr)(?:code|cd)?(?:[1-4]|one|two|three|four|[a-d])(?:code|cd)?$|^hcpcs(?:1st|2nd|3rd|4th)mdfrcd$/;
const pointer = /^(?:dx|diag|diagnosis|icd(?:9|10)?)?(?:code)?(?:pointer|ptr|ref)[1-4a-d]$/;
const diagnosis =
  /^(?:claim|clm|line|patient)?(?:dx|diag|diagnosis|icd|icd10|icd10dx|icd10dgns)(?:code|cd)?(1[0-2]|[1-9]|[a-l])(?:code|cd)?$/;
const code = /^(?:cpt|hcpcs|procedure|proc)(?:code|cd)?\d{1,2}$/;

function namedByModifiers(name: string): Meaning | undefined {
  return areTherapyModifiers(name) ? { of: "line", kind: "modifiers" } : undefined;
}

function meaningOfColumn(name: string): Meaning | undefined {
  const found = findColumnName(name);
  return found === undefined || ofClaim.has(found.kind) ? undefined : { of: "line", ...found };
}

function meaningOfLabel(name: string): Meaning | undefined {
  const label = findLabel(name, false);
  return label === undefined ? undefined : { of: "claim", label };
}

/** Case, blanks and most marks say nothing; `#` tells a number from a name, and `/` two things from one. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}#/$&]/gu, "");
}
