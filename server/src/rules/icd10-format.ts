import type { Claim, Diagnosis } from "../model/claim.ts";
import { textOf } from "../text/span.ts";
import { type Fix, type Report, defineRule } from "./rule.ts";
import { attestedByDiagnosis, dotted, icd10From, isIcd10Shaped } from "./support/diagnosis-text.ts";
import { digitLike } from "./support/look-alike.ts";
import { serviceDatesOf } from "./support/service-dates.ts";

export const icd10Format = defineRule({
  id: "icd10-format",
  severity: "error",
  docs: {
    summary: "The diagnosis has not the form of an ICD-10-CM code, or belongs to ICD-9-CM.",
    why:
      "A code of ICD-10-CM is a letter, a digit, a third character, and up to four more behind a dot. Services from 2015-10-01 on are " +
      "billed with it; codes of ICD-9-CM, such as 724.2 or V57.1, ended the day before, and the date of service decides which set " +
      "holds. X12 writes codes without the dot and says beside each which set it is of: ABK and ABF for ICD-10-CM, BK and BF for " +
      "ICD-9-CM. A diagnosis that is not valid comes back as unprocessable (reason 16 with remark M76).",
    remedy:
      "Write the code that the record supports. A plain slip, O for 0 or a dot in the wrong place, can be mended here.",
    applies: "Every payer. ICD-10-CM for services from 2015-10-01, ICD-9-CM up to the day before.",
    incorrect: "Dx A: 724.2\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Dx A: M54.50\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "45 CFR 162.1002 (code sets)" },
      { title: "ASC X12N 837P, loop 2300, HI (health care diagnosis code)" },
      { title: "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A" },
    ],
  },

  checkClaim(claim, context, report) {
    if (claim.diagnoses.length === 0) return;
    const dates = serviceDatesOf(claim);
    if (dates === undefined) return;
    const isX12 = context.formatId === "x12";
    // A claim over the change of sets is right for one part of its days.
    if (dates.last < icd10From) checkBefore(claim, report);
    else if (dates.first >= icd10From) {
      for (const diagnosis of claim.diagnoses) checkSince(claim, diagnosis, isX12, report);
    }
    if (isX12) {
      for (const diagnosis of claim.diagnoses) checkDot(claim, diagnosis, report);
    }
  },
});

function checkBefore(claim: Claim, report: Report): void {
  for (const diagnosis of claim.diagnoses) {
    // ICD-9-CM has no letters but E and V.
    if (isIcd10Shaped(diagnosis.value) && !/^[EV]/.test(diagnosis.value)) {
      report(
        diagnosis,
        `${dotted(diagnosis.value)} is a code of ICD-10-CM; services before ${icd10From} take ICD-9-CM`,
      );
    } else if (diagnosis.codeSet === "ICD-10")
      report(diagnosis, `The qualifier says ICD-10-CM; services before ${icd10From} take ICD-9-CM (BK, BF)`);
  }
}

function checkSince(claim: Claim, diagnosis: Diagnosis, isX12: boolean, report: Report): void {
  const { value, codeSet } = diagnosis;
  if (isIcd9Shaped(value)) {
    report(diagnosis, `${dotted(value)} is a code of ICD-9-CM; services from ${icd10From} take ICD-10-CM`);
  } else if (!isIcd10Shaped(value)) {
    const fixes = mends(claim, diagnosis, isX12);
    // A free text field may hold other words with a number in them, such as L4-5.
    if (!isX12 && fixes.length === 0 && !/^[A-Z]\d\w{5,}$/.test(value)) return;
    report(diagnosis, `${named(value)} has not the form of an ICD-10-CM code, such as M54.50`, { fixes });
  } else if (codeSet === "ICD-9") {
    report(diagnosis, `The qualifier says ICD-9-CM; services from ${icd10From} take ICD-10-CM (ABK, ABF)`);
  } else if (!isX12) checkPlaceOfDot(claim, diagnosis, report);
}

/** What is no code at all may be a name, which no message repeats. */
function named(value: string): string {
  return /^(?=.*\d)[A-Z0-9]{3,10}$/.test(value) ? dotted(value) : "This";
}

/** Three digits, and up to two more; or a V code, which in ICD-10-CM never has so few characters. */
function isIcd9Shaped(code: string): boolean {
  return /^(?:\d{3}|V\d\d)\d{0,2}$/.test(code);
}

/** X12 leaves the dot out: it stands behind the third character of itself. */
function checkDot(claim: Claim, diagnosis: Diagnosis, report: Report): void {
  const written = textOf(diagnosis);
  // A code of the other set is wrong with its dot and without.
  if (!written.includes(".") || isIcd9Shaped(diagnosis.value)) return;
  const title = "Remove the dot";
  report(diagnosis, `${named(diagnosis.value)} has a dot; X12 writes diagnoses without one`, {
    fixes: [{ title, safety: "safe", changes: [{ kind: "value", of: claim, at: diagnosis, to: diagnosis.value }] }],
  });
}

function checkPlaceOfDot(claim: Claim, diagnosis: Diagnosis, report: Report): void {
  const written = textOf(diagnosis);
  const right = dotted(diagnosis.value);
  if (!written.includes(".") || written.toUpperCase() === right) return;
  report(diagnosis, `The dot of ${written} stands elsewhere than behind the third character`, {
    severity: "information",
    fixes: [
      { title: `Write ${right}`, safety: "safe", changes: [{ kind: "value", of: claim, at: diagnosis, to: right }] },
    ],
  });
}

/** The code that a letter was typed into in place of the digit that it looks like. */
function mends(claim: Claim, diagnosis: Diagnosis, isX12: boolean): readonly Fix[] {
  const { value } = diagnosis;
  if (value.length < 3 || (value.match(/\d/g) ?? []).length < 2) return [];
  // Behind the third character letters have their place, but for I and O.
  const mended =
    value.charAt(0) + value.slice(1, 3).replace(/[OILSBZ]/g, asDigit) + value.slice(3).replace(/[OI]/g, asDigit);
  if (mended === value || !isIcd10Shaped(mended)) return [];
  const to = isX12 ? mended : dotted(mended);
  return [
    {
      title: `Replace ${textOf(diagnosis)} by ${to}`,
      safety: "review",
      changes: [{ kind: "value", of: claim, at: diagnosis, to }],
      attests: attestedByDiagnosis(mended),
    },
  ];
}

function asDigit(letter: string): string {
  return digitLike(letter) ?? letter;
}
