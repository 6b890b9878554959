import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim } from "../model/claim.ts";
import type { Bounds } from "../model/used-amount.ts";
import { type Mark, type ModifierMark, marksIn } from "./audit-marks.ts";
import { codeOf, shownReason, silencedBy } from "./audit-words.ts";
import { indented, rangeToJson } from "./json.ts";
import type { FileReporter, Reporter } from "./reporter.ts";

/** One object, which holds an object for each file. Lines and characters count from 0; amounts are cents, null where nothing limits them. */
export function auditJson(showsIds: boolean): Reporter {
  return {
    begin: () => `{\n  "version": 1,\n  "files": [`,
    separator: ",",
    unreadable: (path, error) => `\n    ${indented({ path, error }, 4)}`,
    file: ({ path, language }) => jsonFile({ path, language }, showsIds),
    end: ({ files, claims, serviceLines }) =>
      `${files === 0 ? "" : "\n  "}],\n  "summary": ${indented({ files, claims, serviceLines }, 2)}\n}\n`,
  };
}

function jsonFile(facts: object, showsIds: boolean): FileReporter {
  let begin = `\n    ${indented(facts, 4).replace(/\n *\}$/, "")},\n      "marks": [`;
  let separator = "";
  let claimCount = 0;
  return {
    stretch(snapshot) {
      const places = new Map(snapshot.claims.map((claim, index) => [claim, claimCount + index + 1]));
      claimCount += places.size;
      const marks = marksIn(snapshot).map((mark) => {
        const text = `${separator}\n        ${indented(markToJson(mark, { snapshot, places, showsIds }), 8)}`;
        separator = ",";
        return text;
      });
      const text = begin + marks.join("");
      begin = "";
      return text;
    },
    end: () => `${begin}${separator === "" ? "]" : "\n      ]"}\n    }`,
  };
}

interface Told {
  readonly snapshot: Snapshot;
  /** Each claim's place in the file, from 1. */
  readonly places: ReadonlyMap<Claim, number>;
  readonly showsIds: boolean;
}

function markToJson(mark: Mark, told: Told): object {
  const range = rangeToJson(told.snapshot.rangeOf(mark.span));
  if (mark.kind === "modifier") return { ...modifierToJson(mark, told), range };
  const reason = shownReason(mark, told.snapshot.claims, told.showsIds);
  const shown = { directive: mark.directive.kind, rules: silencedBy(mark), reason: reason === "" ? null : reason };
  return { kind: mark.kind, ...shown, range };
}

function modifierToJson(mark: ModifierMark, { places, showsIds }: Told): object {
  const { kind, claim, line, modifier, amount } = mark;
  return {
    kind,
    modifier,
    code: codeOf(mark) || null,
    date: line.dateOfService?.value ?? null,
    claim: places.get(claim) ?? null,
    ...(showsIds && { claimId: claim.claimId?.value ?? null, beneficiaryId: claim.beneficiaryId?.value ?? null }),
    ...(amount && { amount: amountToJson(amount) }),
  };
}

function amountToJson({ used, threshold }: NonNullable<ModifierMark["amount"]>): object {
  return {
    year: used?.year ?? null,
    bucket: used?.bucket ?? null,
    usedBefore: used ? boundsToJson(used.before) : null,
    usedAfter: used ? boundsToJson(used.after) : null,
    thresholdCents: threshold ?? null,
  };
}

function boundsToJson({ low, high }: Bounds): object {
  return { atLeastCents: low, atMostCents: high === Infinity ? null : high };
}
