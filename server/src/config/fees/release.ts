import { type CalendarDate, dateOf } from "../../model/date.ts";

/**
 * The first day of a published file's release, by its title or its name: `2026 National Physician Fee Schedule … July Release`,
 * `PPRRVU2026_Jul_nonQPP.csv`, `GPCI2026.csv`, `PFREV26B.txt`. Without a month it is the first of the year; undefined without a year.
 */
export function releaseOf(name: string, title: string): CalendarDate | undefined {
  const year = yearIn(name, title);
  return year === undefined ? undefined : dateOf(year, monthIn(name, title), 1);
}

/** The year of a copyright is another. */
function yearIn(name: string, title: string): number | undefined {
  const found =
    /\b(20\d\d) national\b/i.exec(title) ??
    /\b(?:cy|calendar year) (20\d\d)\b/i.exec(title) ??
    /\b(20\d\d) (?:pw|work) gpci\b/i.exec(title) ??
    /(?:^|\D)(20\d\d)(?!\d)/.exec(name) ??
    /(?:rvu|gpci|pfall|pfrev)(\d\d)(?!\d)/i.exec(name);
  if (found?.[1] === undefined) return undefined;
  return found[1].length === 2 ? 2000 + Number(found[1]) : Number(found[1]);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Revisions of the payment amounts, A to D, in months as the file's description lists them. */
const monthOfRevision: Readonly<Record<string, number>> = { A: 4, B: 7, C: 10, D: 10 };

function monthIn(name: string, title: string): number {
  const [, month = ""] =
    new RegExp(String.raw`\b(${months.join("|")})[a-z]* release\b`, "i").exec(title) ??
    new RegExp(`[_ -](${months.join("|")})`, "i").exec(name) ??
    [];
  const [, revision = ""] = /^pfrev(?:20)?\d\d([a-d])/i.exec(name) ?? [];
  return months.indexOf(month.toLowerCase()) + 1 || (monthOfRevision[revision.toUpperCase()] ?? 1);
}
