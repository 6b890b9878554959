import type { ServiceLine } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import { type Procedure, holdsAt } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import type { Fix, Severity } from "../rule.ts";
import { isMedicare } from "./medicare.ts";

/** The codes valid at the date that took the procedure's place, over any that came between and ended as well. */
export function successorsOf(procedure: Procedure, date: CalendarDate, context: Context): readonly string[] {
  return relativesOf(procedure, "replacedBy", date, context);
}

/** The codes valid at the date whose place the procedure took later. */
export function predecessorsOf(procedure: Procedure, date: CalendarDate, context: Context): readonly string[] {
  return relativesOf(procedure, "replaces", date, context);
}

/** That a code is invalid on a date is the payer's own text, as far as the date itself was read and not recalled. */
export function severityOfCodeDate(procedure: Procedure): Severity {
  const { evidence } = procedure.source;
  if (evidence === "recalled-low") return "hint";
  return evidence === "recalled-medium" ? "warning" : "error";
}

/** Another code may mean another service: a person looks. */
export function replaceCode(line: ServiceLine, code: string): Fix {
  return {
    title: `Replace ${line.procedure.value} by ${code}`,
    safety: "review",
    changes: [{ kind: "procedure", line, to: code }],
    attests: `The line then bills ${code} for this service; its units and charge stay as they are.`,
  };
}

function relativesOf(
  procedure: Procedure,
  direction: "replaces" | "replacedBy",
  date: CalendarDate,
  context: Context,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set([procedure.code]);
  const waiting = [...procedure[direction]];
  for (const code of waiting) {
    if (seen.has(code)) continue;
    seen.add(code);
    const relative = context.procedureOf(code);
    if (relative === undefined || holdsAt(relative.exists, date)) found.add(code);
    else waiting.push(...relative[direction]);
  }
  return [...found].filter((code) => !isRefused(code, context));
}

/** One mistake is not mended by another. */
function isRefused(code: string, context: Context): boolean {
  return isMedicare(context) && context.procedureOf(code)?.medicareStatus === "I";
}
