import type { ServiceLine } from "../model/claim.ts";
import type { Context } from "./context.ts";
import { type Fix, type Severity, defineRule } from "./rule.ts";
import { replaceCode } from "./support/code-change.ts";
import { digitLike } from "./support/look-alike.ts";
import { isMedicare } from "./support/medicare.ts";

export const codeMalformed = defineRule({
  id: "code-malformed",
  severity: "error",
  codes: (code) => code !== "" && !isCodeShaped(code),
  docs: {
    summary: "What stands in the place of the procedure code has not the form of one.",
    why:
      "A CPT code has five digits, or four and a letter; a HCPCS code has a letter and four digits. Anything else is no code of the " +
      "national sets, and the line comes back as incomplete (remark M51). Mostly a letter was typed for the digit that it looks like, a " +
      "digit is missing or doubled, or a modifier was glued on. Until it is mended most rules have nothing to say about the line.",
    applies:
      "Every date: an error for Medicare Part B, a warning for other payers that are known. Silent for workers' compensation and auto " +
      "insurance, which have codes of their own, and for payers that are not known.",
    incorrect: "DOS: 2026-03-02\n9711O GP x2",
    correct: "DOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "45 CFR 162.1002 (the code sets of claims)" },
      { title: "Remark code M51 (missing, incomplete or invalid procedure code)" },
    ],
  },

  checkLine(line, context, report) {
    const severity = severityFor(context);
    if (severity === undefined) return;
    const { value } = line.procedure;
    // What is no code at all may be a name, which no message repeats.
    const named = /^(?=(?:\D*\d){3})[0-9A-Z]{3,8}$/.test(value) ? value : "This";
    report(line.procedure, `${named} has not the form of a procedure code, such as 97110 or G0283`, {
      severity,
      fixes: mendsOf(line, context),
    });
  },
});

/** Of published codes: `97110`, `G0283`, and with one of the letters that CPT's other kinds of codes end in, such as `0552T`. */
function isCodeShaped(code: string): boolean {
  return /^(?:\d{5}|[A-Z]\d{4}|\d{4}[AFMTU])$/.test(code);
}

const withOwnCodes = new Set(["unknown", "workers-compensation", "auto"]);

function severityFor(context: Context): Severity | undefined {
  if (isMedicare(context)) return "error";
  return withOwnCodes.has(context.payer.id) ? undefined : "warning";
}

/** The therapy code that a letter was typed into in place of the digit that it looks like. */
function mendsOf(line: ServiceLine, context: Context): readonly Fix[] {
  const { value } = line.procedure;
  const mended = Array.from(value, (letter) => digitLike(letter) ?? letter).join("");
  return mended !== value && context.procedureOf(mended) !== undefined ? [replaceCode(line, mended)] : [];
}
