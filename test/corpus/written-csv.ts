import { bucketOfVisit } from "./clean-visits.ts";
import { type Visit, money, totalOf } from "./visit.ts";
import { cells, columnsOf } from "./written-superbill.ts";

/** An export: what the claim says stands in every row. */
export function csv(visit: Visit): string {
  const ofClaim = [...partiesOf(visit), ...settingOf(visit), ...courseOf(visit)];
  const ofRows = visit.lines.map((line, index) => {
    const notes = [...(index === 0 ? visit.notes : []), ...(line.note === undefined ? [] : [line.note])];
    return cells({ ...line, note: notes.join("; ") });
  });
  const table = [
    [...ofClaim.map(([name]) => name), ...columnsOf(visit)],
    ...ofRows.map((row) => [...ofClaim.map(([, value]) => value ?? ""), ...row]),
  ];
  return table.map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

type Named = readonly (readonly [name: string, value: string | undefined])[];

function partiesOf(visit: Visit): Named {
  return [
    ["Claim ID", "1042"],
    ["Patient", "Doe, Jane"],
    ["DOB", visit.birthDate],
    ["Member ID", visit.memberId],
    ["Payer", visit.payer.name],
    ["Billing NPI", visit.billingNpi],
    ["Rendering NPI", visit.renderingNpi],
    ["Rendering taxonomy", visit.renderingTaxonomy],
    ["Referring NPI", visit.referringNpi],
    ["Referring taxonomy", visit.referringTaxonomy],
  ];
}

function settingOf({ institution, placeOfService }: Visit): Named {
  if (institution === undefined) return [["POS", placeOfService]];
  return [
    ["TOB", institution.typeOfBill],
    ["Statement from", institution.statement.from],
    ["Statement to", institution.statement.to],
    ["Occurrences", institution.occurrences.map((pair) => pair.join(" ")).join(", ")],
  ];
}

function courseOf(visit: Visit): Named {
  return [
    ["Plan start", visit.isPlanUnsaid === true ? undefined : visit.plan.from],
    ["Plan end", visit.isPlanUnsaid === true ? undefined : visit.plan.to],
    ["Certified", visit.certified],
    ["Progress report", visit.progressReport],
    [`YTD ${bucketOfVisit(visit)}`, money(visit.usedCents)],
    ["As of", visit.usedAsOf],
    ["Claim total", money(totalOf(visit))],
    ...visit.diagnoses.map((code, index) => [`Dx ${String(index + 1)}`, code] as const),
  ];
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
