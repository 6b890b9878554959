import type { Snapshot } from "../lint/snapshot.ts";
import { formatCents } from "../model/money.ts";
import { type Mark, type ModifierMark, type SuppressionMark, marksIn } from "./audit-marks.ts";
import { boundsInWords } from "../report/figure.ts";
import { codeOf, shownReason, silencedBy } from "./audit-words.ts";
import type { Paint } from "./paint.ts";
import type { Reporter } from "./reporter.ts";
import type { Summary } from "./summary.ts";
import { visible } from "../text/visible.ts";

/** A line for each mark, which `grep` can read. The place, whose length nothing limits, stands last. Lines and characters count from 1. */
export function auditTable(paint: Paint, showsIds: boolean): Reporter {
  return {
    begin: () => `${paint("bold", `${headings}  Place`)}\n`,
    separator: "",
    unreadable: (path, error) => `${visible(path)}: ${paint("red", error)}\n`,
    file: ({ path }) => ({
      stretch: (snapshot) =>
        marksIn(snapshot)
          .map((mark) => `${markToText(mark, snapshot, showsIds)}  ${placeOf(mark, path, snapshot)}\n`)
          .join(""),
      end: () => "",
    }),
    end: (summary) => `${paint("bold", summaryToText(summary))}\n`,
  };
}

interface Column {
  readonly text: string;
  readonly width: number;
  readonly isRight?: boolean;
}

const headings = columnsToText(
  columnsOf("Date", "Code", "Modifier", { bucket: "Amount", before: "Used before", after: "With it", of: "Of" }),
);

function columnsOf(
  date: string,
  code: string,
  modifier: string,
  amount: { readonly bucket: string; readonly before: string; readonly after: string; readonly of: string },
): readonly Column[] {
  return [
    { text: date, width: 10 },
    { text: code, width: 5 },
    { text: modifier, width: 8 },
    { text: amount.bucket, width: 6 },
    { text: amount.before, width: 20, isRight: true },
    { text: amount.after, width: 20, isRight: true },
    { text: amount.of, width: 9, isRight: true },
  ];
}

function columnsToText(columns: readonly Column[]): string {
  return columns.map(({ text, width, isRight }) => (isRight ? text.padStart(width) : text.padEnd(width))).join("  ");
}

function markToText(mark: Mark, snapshot: Snapshot, showsIds: boolean): string {
  return mark.kind === "modifier" ? modifierToText(mark, showsIds) : suppressionToText(mark, snapshot, showsIds);
}

function modifierToText(mark: ModifierMark, showsIds: boolean): string {
  const { line, modifier, claim } = mark;
  const ids = [claim.claimId?.value, claim.beneficiaryId?.value].filter((id) => id !== undefined);
  const shownIds = showsIds && ids.length > 0 ? `  ${visible(ids.join(" "))}` : "";
  const date = line.dateOfService?.value ?? "";
  return columnsToText(columnsOf(date, codeOf(mark), modifier, amountToText(mark))) + shownIds;
}

function amountToText({ amount }: ModifierMark): Parameters<typeof columnsOf>[3] {
  if (amount === undefined) return { bucket: "", before: "", after: "", of: "" };
  const { used, threshold } = amount;
  return {
    bucket: used?.bucket ?? "",
    before: used === undefined ? "not known" : boundsInWords(used.before),
    after: used === undefined ? "not known" : boundsInWords(used.after),
    of: threshold === undefined ? "not known" : formatCents(threshold),
  };
}

function suppressionToText(mark: SuppressionMark, snapshot: Snapshot, showsIds: boolean): string {
  const rules = silencedBy(mark).join(", ") || "every rule";
  const reason = shownReason(mark, snapshot.claims, showsIds) || "no reason given";
  return `${mark.directive.kind} ${rules}: ${reason}`.padEnd(headings.length);
}

function placeOf({ span }: Mark, path: string, snapshot: Snapshot): string {
  const { line, character } = snapshot.rangeOf(span).start;
  return `${visible(path)}:${line + 1}:${character + 1}`;
}

function summaryToText({ files, claims, serviceLines, unreadable }: Summary): string {
  const skipped = unreadable === 0 ? "" : `; not read: ${unreadable}`;
  return `Files: ${files}, claims: ${claims}, service lines: ${serviceLines}${skipped}`;
}
