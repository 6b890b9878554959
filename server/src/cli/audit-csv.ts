import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim } from "../model/claim.ts";
import type { Cents } from "../model/money.ts";
import type { Bounds } from "../model/used-amount.ts";
import { type Mark, type ModifierMark, marksIn } from "./audit-marks.ts";
import { codeOf, shownReason, silencedBy } from "./audit-words.ts";
import { csvRecord } from "./csv-record.ts";
import type { Reporter } from "./reporter.ts";

const columns = [
  "file",
  "line",
  "character",
  "claim",
  "date",
  "code",
  "modifier",
  "year",
  "bucket",
  "used before, at least",
  "used before, at most",
  "used after, at least",
  "used after, at most",
  "threshold",
  "suppression",
  "rules",
  "reason",
  "error",
] as const;
const idColumns = ["claim id", "beneficiary id"] as const;

type Cells = Partial<Record<(typeof columns)[number] | (typeof idColumns)[number], string | number>>;

/** For a spreadsheet: a record for each mark. Lines and characters count from 1; amounts are dollars, empty where nothing limits them. */
export function auditCsv(showsIds: boolean): Reporter {
  const shown = showsIds ? [...columns, ...idColumns] : columns;
  const record = (cells: Cells): string => csvRecord(shown.map((column) => cells[column] ?? ""));
  return {
    begin: () => csvRecord(shown),
    separator: "",
    unreadable: (file, error) => record({ file, error }),
    file({ path }) {
      let claimCount = 0;
      return {
        stretch(snapshot) {
          const places = new Map(snapshot.claims.map((claim, index) => [claim, claimCount + index + 1]));
          claimCount += places.size;
          return marksIn(snapshot)
            .map((mark) => record({ file: path, ...cellsOf(mark, snapshot, { places, showsIds }) }))
            .join("");
        },
        end: () => "",
      };
    },
    end: () => "",
  };
}

function cellsOf(
  mark: Mark,
  snapshot: Snapshot,
  { places, showsIds }: { readonly places: ReadonlyMap<Claim, number>; readonly showsIds: boolean },
): Cells {
  const { start } = snapshot.rangeOf(mark.span);
  const place = { line: start.line + 1, character: start.character + 1 };
  if (mark.kind === "suppression") {
    const reason = shownReason(mark, snapshot.claims, showsIds);
    return { ...place, suppression: mark.directive.kind, rules: silencedBy(mark).join(" "), reason };
  }
  const { claim, line, modifier } = mark;
  return {
    ...place,
    claim: places.get(claim) ?? "",
    date: line.dateOfService?.value ?? "",
    code: codeOf(mark),
    modifier,
    ...amountCells(mark),
    "claim id": claim.claimId?.value ?? "",
    "beneficiary id": claim.beneficiaryId?.value ?? "",
  };
}

function amountCells({ amount }: ModifierMark): Cells {
  if (amount === undefined) return {};
  const { used, threshold } = amount;
  return {
    ...(used && { year: used.year, bucket: used.bucket, ...usedCells(used) }),
    threshold: threshold === undefined ? "" : dollars(threshold),
  };
}

function usedCells({ before, after }: { readonly before: Bounds; readonly after: Bounds }): Cells {
  return {
    "used before, at least": dollars(before.low),
    "used before, at most": dollars(before.high),
    "used after, at least": dollars(after.low),
    "used after, at most": dollars(after.high),
  };
}

/** Without the comma between thousands, so that a spreadsheet reads a number. */
function dollars(cents: Cents): string {
  return Number.isFinite(cents) ? (cents / 100).toFixed(2) : "";
}
