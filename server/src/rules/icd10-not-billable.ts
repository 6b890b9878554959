import type { Claim, Diagnosis } from "../model/claim.ts";
import type { DiagnosisFault } from "../model/tables.ts";
import type { Context } from "./context.ts";
import { type Fix, defineRule } from "./rule.ts";
import { attestedByDiagnosis, dotted, writtenLike } from "./support/diagnosis-text.ts";
import { isSure } from "./support/evidence.ts";
import { serviceDatesOf } from "./support/service-dates.ts";
import { andList, orList } from "./support/words.ts";

export const icd10NotBillable = defineRule({
  id: "icd10-not-billable",
  severity: "error",
  docs: {
    summary:
      "The diagnosis is a heading, an injury without its seventh character, or a code that is not valid on the date.",
    why:
      "Only a complete code of ICD-10-CM can be billed, and only while it is valid; the code set changes each 1 October, and the date of " +
      "service decides. M54.5 ended on 2021-09-30, when low back pain became M54.50, M54.51 and M54.59. An injury carries a seventh " +
      "character: A while it is actively treated, D for the care afterwards, which therapy mostly is, and S for a sequela. A code that " +
      "is not complete or not valid comes back as invalid (reason 16 with remark M76) or is denied (reason 146).",
    remedy:
      "Take the code that the record supports; several complete ones may be possible, and none is chosen for you.",
    applies:
      "Every payer, services from 2015-10-01. Only codes that are known not to be billable: the headings and the divided codes that " +
      "therapy meets, and the chapters in which every code has seven characters.",
    incorrect: "Dx A: M54.5\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Dx A: M54.50\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.B.2 and I.C.19.a" },
      { title: "ICD-10-CM 2022, addenda (M54.5)" },
      { title: "45 CFR 162.1002 (code sets)" },
    ],
  },

  checkClaim(claim, context, report) {
    if (claim.diagnoses.length === 0) return;
    const dates = serviceDatesOf(claim);
    if (dates === undefined) return;
    for (const diagnosis of claim.diagnoses) {
      if (diagnosis.codeSet === "ICD-9") continue;
      const fault = context.diagnosisFault(diagnosis.value, dates.first);
      if (fault === undefined) continue;
      // On a claim over 1 October a code may be right for one of its days.
      if (context.diagnosisFault(diagnosis.value, dates.last)?.reason !== fault.reason) continue;
      report(diagnosis, messageOf(diagnosis, fault), {
        severity: isSure(fault.source) ? "error" : "warning",
        fixes: fault.choices.map((code) => fixFor(claim, diagnosis, code, context)),
        ...(fault.reason === "ended" && { tag: "deprecated" }),
      });
    }
  },
});

function messageOf({ value }: Diagnosis, { reason, limit, choices }: DiagnosisFault): string {
  const code = dotted(value);
  const codes = choices.map(dotted);
  switch (reason) {
    case "ended":
      return `${code} ended on ${String(limit)}; ${andList(codes)} took its place`;
    case "not-begun":
      return `${code} begins on ${String(limit)}; until then it is ${orList(codes)}`;
    case "incomplete":
      return `${code} is not complete; ${codes.length === 0 ? "it needs more characters" : `below it are ${andList(codes)}`}`;
    case "without-seventh-character":
      return `${code} lacks its seventh character, which tells the encounter: D, A or S`;
  }
}

function fixFor(claim: Claim, diagnosis: Diagnosis, code: string, context: Context): Fix {
  return {
    title: `Replace ${dotted(diagnosis.value)} by ${dotted(code)}`,
    safety: "review",
    changes: [{ kind: "value", of: claim, at: diagnosis, to: writtenLike(diagnosis, code, context) }],
    attests: attestedByDiagnosis(code),
  };
}
