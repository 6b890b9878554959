import type { Claim, ServiceLine } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";

/** What a claim holds of one visit: of one date, and of one patient where it names several. */
export interface OwnVisit {
  readonly date: CalendarDate;
  readonly lines: readonly ServiceLine[];
}

/** By date. Lines without a date are in none. */
export function ownVisitsOf({ serviceLines, hasSeveralSubjects }: Claim): readonly OwnVisit[] {
  const only = hasSeveralSubjects ? undefined : onlyDateOf(serviceLines);
  if (only !== undefined) return [{ date: only, lines: serviceLines }];
  const visits: BegunVisit[] = [];
  for (const line of serviceLines) {
    const date = line.dateOfService?.value;
    if (date === undefined) continue;
    const subject = hasSeveralSubjects ? line.subject?.value : undefined;
    const visit = visits.findLast((one) => one.date === date && one.subject === subject);
    if (visit === undefined) visits.push({ date, subject, lines: [line] });
    else visit.lines.push(line);
  }
  return visits.sort(byDate);
}

interface BegunVisit extends OwnVisit {
  readonly subject: string | undefined;
  readonly lines: ServiceLine[];
}

/** The date of all the lines; undefined where they have several, or one has none. */
function onlyDateOf(lines: readonly ServiceLine[]): CalendarDate | undefined {
  const date = lines[0]?.dateOfService?.value;
  for (const line of lines) if (line.dateOfService?.value !== date) return undefined;
  return date;
}

function byDate(first: OwnVisit, second: OwnVisit): number {
  if (first.date === second.date) return 0;
  return first.date < second.date ? -1 : 1;
}
