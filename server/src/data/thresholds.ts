import type { CalendarDate } from "../model/date.ts";
import type { Cents } from "../model/money.ts";
import type { ReviewThreshold, Source, Threshold } from "../model/tables.ts";
import { holdsAt } from "../model/tables.ts";
import { between, since } from "./dated.ts";
import { recalled, verified } from "./source.ts";

const moratoria = "Moratorium years named in section 1833(g)(4) of the Social Security Act";
const budgetAct2018 = "Bipartisan Budget Act of 2018, section 50202";
const statute = "Section 1833(g) of the Social Security Act (42 USC 1395l(g))";

/**
 * The yearly amount of outpatient therapy by calendar year of service, oldest first. Each beneficiary has it twice, once
 * for PT and SLP together and once for OT. An amount that is not known is null, and stays so until it is published.
 */
export const thresholds: readonly Threshold[] = [
  {
    year: 1999,
    kxThreshold: 1_500_00,
    regime: "cap",
    law: "Balanced Budget Act of 1997, section 4541",
    note: "The first year with a cap.",
    source: verified(statute),
  },
  moratorium(2000, 1_500_00, verified(statute)),
  moratorium(2001, 1_500_00, verified(statute)),
  moratorium(2002, null, recalled("high", statute)),
  {
    year: 2003,
    kxThreshold: 1_590_00,
    regime: "cap",
    law: "Balanced Budget Act of 1997, section 4541; suspended again by the Medicare Modernization Act of 2003, section 624",
    note: "In force only from about September to the start of December.",
    source: recalled("medium", "CMS Program Memorandum AB-03-018"),
  },
  moratorium(2004, null, recalled("high", statute)),
  moratorium(2005, null, recalled("high", statute)),

  withExceptions(
    2006,
    1_740_00,
    "Deficit Reduction Act of 2005, section 5107",
    "CMS fact sheet on exceptions to the therapy caps, 2006",
    "The first year of KX on therapy lines.",
  ),
  withExceptions(2007, 1_780_00, "Tax Relief and Health Care Act of 2006, section 201", "Two provider notices of 2007"),
  withExceptions(
    2008,
    1_810_00,
    "MMSEA 2007 and MIPPA 2008",
    "CMS therapy services page as archived in 2008",
    "The exceptions lapsed on 1 July and were restored for the time between.",
  ),
  withExceptions(
    2009,
    1_840_00,
    "MIPPA 2008, section 141",
    "CMS Transmittal 1678",
    "Medicare's own counter went on using 1,810 until April.",
  ),
  withExceptions(
    2010,
    1_860_00,
    "Affordable Care Act of 2010, section 3103, and later extensions",
    "CMS Change Request 6660 (Transmittal 1851)",
    "The exceptions lapsed on 1 January and were restored for the time between.",
  ),
  withExceptions(2011, 1_870_00, "Medicare and Medicaid Extenders Act of 2010", "The ASHA Leader, November 2010"),
  withExceptions(
    2012,
    1_880_00,
    "TPTCCA 2011 and MCTRJCA 2012, section 3005",
    "American Physical Therapy Association, February 2012",
    "From 1 October hospital outpatient services counted too.",
  ),
  withExceptions(
    2013,
    1_900_00,
    "American Taxpayer Relief Act of 2012, section 603",
    "American Physical Therapy Association, 2013",
    "Critical access hospital services counted too.",
  ),
  withExceptions(2014, 1_920_00, "PAMA 2014, section 103", "American Physical Therapy Association, 2014"),
  withExceptions(2015, 1_940_00, "PAMA 2014 and MACRA 2015, section 202", "CMS Transmittal 3120"),
  withExceptions(2016, 1_960_00, "MACRA 2015, section 202", "A provider notice of 2016"),
  withExceptions(
    2017,
    1_980_00,
    "MACRA 2015, section 202",
    "CMS Transmittal 3644",
    "The last year of the cap and of its exceptions.",
  ),

  afterRepeal(
    2018,
    2_010_00,
    "American Speech-Language-Hearing Association, 2018",
    "Signed on 9 February; the cap was repealed back to 1 January.",
  ),
  afterRepeal(2019, 2_040_00, "CMS Change Request 11055"),
  afterRepeal(2020, 2_080_00, "Three trade notices of 2020"),
  afterRepeal(2021, 2_110_00, "CMS Change Request 12014"),
  afterRepeal(2022, 2_150_00, "National Government Services, article 2696296"),
  afterRepeal(2023, 2_230_00, "CMS Change Request 12923"),
  afterRepeal(2024, 2_330_00, "CMS Change Request 13371"),
  afterRepeal(2025, 2_410_00, "American Speech-Language-Hearing Association on Part B review, 2025"),
  afterRepeal(2026, 2_480_00, "Three independent trade notices of 2026", "The notice of CMS itself was not read."),
  {
    year: 2027,
    kxThreshold: null,
    regime: "kx-threshold",
    law: budgetAct2018,
    note: "Announced with the physician fee schedule for 2027; not known here.",
    source: null,
  },
];

/** From which amount on Medicare may ask for the records. It never decides whether KX is needed. */
export const reviewThresholds: readonly ReviewThreshold[] = [
  {
    ...between("2012-10-01", "2014-12-31"),
    reviewThreshold: 3_700_00,
    kind: "manual review of every claim at or over the amount",
    source: verified("MCTRJCA 2012, section 3005 (42 USC 1395l(g)(5)(C))"),
  },
  {
    ...between("2015-01-01", "2017-12-31"),
    reviewThreshold: 3_700_00,
    kind: "targeted review",
    source: verified("MACRA 2015, section 202 (42 USC 1395l(g)(5)(E)); the day of the change in 2015 is recalled"),
  },
  {
    ...between("2018-01-01", "2027-12-31"),
    reviewThreshold: 3_000_00,
    kind: "targeted review",
    source: verified("Bipartisan Budget Act of 2018, section 50202 (42 USC 1395l(g)(7)(B))"),
  },
  {
    ...since("2028-01-01"),
    reviewThreshold: null,
    kind: "targeted review; 3,000 raised by the year's economic index",
    source: verified("42 USC 1395l(g)(7)(B)"),
  },
];

const thresholdByYear: ReadonlyMap<number, Threshold> = new Map(
  thresholds.map((threshold) => [threshold.year, threshold]),
);

/** Undefined for a year that the table does not reach. */
export function findThreshold(year: number): Threshold | undefined {
  return thresholdByYear.get(year);
}

/** Undefined before there was such a review, in October 2012. */
export function findReviewThreshold(date: CalendarDate): ReviewThreshold | undefined {
  for (const threshold of reviewThresholds) if (holdsAt(threshold, date)) return threshold;
  return undefined;
}

function moratorium(year: number, kxThreshold: Cents | null, source: Source): Threshold {
  const note = `The cap was suspended${kxThreshold === null ? "; its amount was not looked up" : ""}.`;
  return { year, kxThreshold, regime: "moratorium", law: moratoria, note, source };
}

function withExceptions(
  year: number,
  kxThreshold: Cents,
  law: string,
  title: string,
  note: string | null = null,
): Threshold {
  return { year, kxThreshold, regime: "cap-with-exceptions", law, note, source: verified(title) };
}

function afterRepeal(year: number, kxThreshold: Cents, title: string, note: string | null = null): Threshold {
  return { year, kxThreshold, regime: "kx-threshold", law: budgetAct2018, note, source: verified(title) };
}
