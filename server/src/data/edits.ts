import type { CodePair, Dated, EditSetting, EditTable, LimitIndex, PairIndex, UnitLimit } from "../model/tables.ts";
import { parseIsoDate } from "../model/date.ts";
import { since, until } from "./dated.ts";
import { hospitalPairsActive, hospitalPairsDeleted } from "./edits/hospital-pairs.ts";
import { practitionerPairsActive, practitionerPairsDeleted } from "./edits/practitioner-pairs.ts";
import { publishedLimits } from "./edits/unit-limits.ts";
import { verified } from "./source.ts";

/** The first day of the quarter that both snapshots were published for. */
const snapshot = "2024-07-01";

/** The pairs of therapy codes and their usual companions in CMS's NCCI tables. */
export const builtInPairs: EditTable<PairIndex> = {
  snapshot,
  source: verified("CMS NCCI procedure-to-procedure edits, third quarter of 2024"),
  edits: lazily(
    () => indexPairs([...activePairs(practitionerPairsActive), ...deletedPairs(practitionerPairsDeleted)]),
    () => indexPairs([...activePairs(hospitalPairsActive), ...deletedPairs(hospitalPairsDeleted)]),
  ),
};

/** The unit limits of therapy codes in CMS's MUE tables. */
export const builtInLimits: EditTable<LimitIndex> = {
  snapshot,
  source: verified("CMS medically unlikely edits, third quarter of 2024"),
  edits: lazily(
    () => limitsOf("practitioner"),
    () => limitsOf("outpatient-hospital"),
  ),
};

/** Both are read when they are first asked for: a server starts without them. */
function lazily<Edit>(practitioner: () => Edit, hospital: () => Edit): EditTable<Edit>["edits"] {
  let ofPractitioners: Edit | undefined;
  let ofHospitals: Edit | undefined;
  return {
    get practitioner() {
      return (ofPractitioners ??= practitioner());
    },
    get "outpatient-hospital"() {
      return (ofHospitals ??= hospital());
    },
  };
}

/** By both codes, the lower one first. */
export function pairKey(code: string, other: string): string {
  return code < other ? `${code} ${other}` : `${other} ${code}`;
}

export function indexPairs(pairs: Iterable<CodePair>): PairIndex {
  const index = new Map<string, CodePair[]>();
  for (const pair of pairs) {
    const key = pairKey(pair.column1, pair.column2);
    const known = index.get(key);
    if (known === undefined) index.set(key, [pair]);
    else known.push(pair);
  }
  return index;
}

/** All pairs that the code is in, by either column. Looks through the whole index. */
export function pairsWith(code: string, index: PairIndex): readonly CodePair[] {
  return [...index.values()].flat().filter(({ column1, column2 }) => column1 === code || column2 === code);
}

export function indexLimits(limits: Iterable<UnitLimit>): LimitIndex {
  return new Map([...limits].map((limit) => [limit.code, limit]));
}

function activePairs(text: string): readonly CodePair[] {
  return (
    text.match(/.+/g)?.flatMap((line) => {
      const [head = "", codes = ""] = line.split(": ");
      const [column1 = "", indicator = ""] = head.split(" ");
      return codes.split(" ").map((column2) => ({
        column1,
        column2,
        indicator: indicatorOf(indicator),
        inForce: since(snapshot),
        deletedOn: null,
      }));
    }) ?? []
  );
}

/** The source tells the last day of a deleted pair and not its first; some were withdrawn as if they had never been. */
function deletedPairs(text: string): readonly CodePair[] {
  return (
    text.match(/.+/g)?.flatMap((line) => {
      const [head = "", codes = ""] = line.split(": ");
      const [column1 = "", end = "", indicator = ""] = head.split(" ");
      const deletedOn = parseIsoDate(end) ?? null;
      return codes.split(" ").map((column2) => ({
        column1,
        column2,
        indicator: indicatorOf(indicator),
        inForce: knownPast.get(pairKey(column1, column2)) ?? null,
        deletedOn,
      }));
    }) ?? []
  );
}

/** Deleted pairs of which it is known that they held until their last day. */
const knownPast: ReadonlyMap<string, Dated> = new Map([
  [pairKey("97140", "97530"), until("2019-12-31")],
  [pairKey("97530", "97116"), until("2019-12-31")],
]);

function limitsOf(setting: EditSetting): LimitIndex {
  const column = setting === "practitioner" ? 1 : 2;
  return indexLimits(
    publishedLimits.match(/.+/g)?.flatMap((line) => {
      const words = line.split(" ");
      const [, units, indicator] = /^(\d+)\/([123])$/.exec(words[column] ?? "") ?? [];
      return units === undefined
        ? []
        : [{ code: words[0] ?? "", units: Number(units), indicator: adjudicationOf(indicator) }];
    }) ?? [],
  );
}

function indicatorOf(text: string): CodePair["indicator"] {
  if (text === "0") return 0;
  return text === "1" ? 1 : 9;
}

function adjudicationOf(text: string | undefined): UnitLimit["indicator"] {
  if (text === "2") return 2;
  return text === "3" ? 3 : 1;
}
