import type { OutlineEntry, Reading } from "../../server/src/formats/format.ts";
import { tellAmount } from "../../server/src/formats/x12/amount-words.ts";
import type { Amount, BenefitBalance, DecidedLine } from "../../server/src/model/amount.ts";
import type { NamedPayer } from "../../server/src/model/claim.ts";
import { formatCents } from "../../server/src/model/money.ts";

export function amountsOf(reading: Reading): readonly Amount[] {
  return reading.parts.flatMap((part) => part.amounts);
}

export function decidedLinesOf(reading: Reading): readonly DecidedLine[] {
  return amountsOf(reading).filter((amount) => amount.source === "remittance");
}

export function balancesOf(reading: Reading): readonly BenefitBalance[] {
  return amountsOf(reading).filter((amount) => amount.source === "eligibility");
}

/** An amount in two lines, as the pages show it: what it is and comes to, and whose it is. */
export function shownAmount(amount: Amount): string {
  const words = tellAmount(amount);
  const whose = listed(shownPayer(amount.payer), amount.beneficiaryId?.value);
  if (amount.source === "eligibility") return `- ${words}\n  ${whose}`;
  const sentId = amount.sentBeneficiaryId && `sent under ${amount.sentBeneficiaryId.value}`;
  const claim = [
    amount.claimId && `claim ${amount.claimId.value}`,
    amount.lineNumber && `line ${amount.lineNumber.value}`,
  ];
  return `- ${shownLine(amount)}\n  ${words}\n  ${listed(claim.filter(Boolean).join(" "), whose, sentId)}`;
}

function shownLine(line: DecidedLine): string {
  const { procedure, modifiers, submittedProcedure, revenueCode, units, charge, paid } = line;
  const codes = [procedure, ...modifiers].map(({ value }) => value).join(" ");
  const kind = line.isWholeClaim ? "whole claim" : "no code";
  return listed(
    `${line.dateOfService?.value ?? "no date"} ${codes === "" ? kind : codes}`,
    submittedProcedure && `sent as ${submittedProcedure.value}`,
    revenueCode && `revenue code ${revenueCode.value}`,
    units && `${units.value} ${units.value === 1 ? "unit" : "units"}`,
    `charge ${charge === undefined ? "not read" : formatCents(charge.value)}`,
    `paid ${paid === undefined ? "not read" : formatCents(paid.value)}`,
  );
}

function shownPayer({ filingIndicator, name, payerId }: NamedPayer): string {
  const words = [filingIndicator, name, payerId].map((field) => field?.value ?? "").filter((value) => value !== "");
  return words.length === 0 ? "payer not named" : words.join(" ");
}

/** The outline of a format's own, each entry on a line. */
export function shownOutline(outline: readonly OutlineEntry[], indent = ""): string {
  return outline
    .map(({ name, detail, children }) => {
      const line = `${indent}${name}${detail === "" ? "" : ` · ${detail}`}\n`;
      return line + shownOutline(children, `${indent}  `);
    })
    .join("");
}

function listed(...pieces: readonly (string | undefined)[]): string {
  return pieces.filter((piece) => piece !== undefined && piece !== "").join(" · ");
}
