import type { AmountSource, LedgerStep, LedgerYear } from "../ledger/ledger-year.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { FilePlace, Place } from "../model/place.ts";
import { looksLikeCode } from "../model/procedure-code.ts";
import type { Bounds } from "../model/used-amount.ts";
import { labelsOf, noId } from "./beneficiary-labels.ts";
import { type Figure, figureOf } from "./figure.ts";

/** How near every beneficiary is to the year's thresholds: over them first, then the nearest below; what is not known last. */
export interface ThresholdReport {
  readonly standings: readonly Standing[];
  /** Its figures tell the most that may be used, which charges limit; else the least. */
  readonly countsCharges?: boolean;
}

/** Where one beneficiary stands in one bucket of one year. */
export interface Standing {
  /** As it is shown: masked, unless ids were asked for. */
  readonly beneficiary: string;
  readonly year: number;
  readonly bucket: Bucket;
  readonly used: Bounds;
  readonly figure: Figure;
  /** Undefined where the year's is not known. */
  readonly kxThreshold: Cents | undefined;
  readonly reviewThreshold: Cents | undefined;
  readonly level: Level;
  /** That of the steps with which the KX threshold was certainly passed. */
  readonly crossing: StandingStep | undefined;
  /** The course over the year. */
  readonly steps: readonly StandingStep[];
  /** Which sources the steps rest on, the best first. */
  readonly sources: readonly SourceCount[];
  readonly doubts: readonly Doubt[];
}

/** `may-be-over`: the least that is used is not over the threshold, the most is. */
export type Level = "over-review" | "over" | "may-be-over" | "below" | "unknown";

/** A step of the ledger, with the place whose amount was taken. */
export interface StandingStep extends Omit<LedgerStep, "places"> {
  readonly place: FilePlace | undefined;
  /** How many further places tell of it. */
  readonly otherPlaces: number;
}

export interface SourceCount {
  readonly source: AmountSource;
  readonly steps: number;
}

export interface Doubt {
  readonly text: string;
  /** How many steps share it; 0 where it is about the whole year. */
  readonly steps: number;
}

export interface ReportSettings<Year extends LedgerYear = LedgerYear> {
  /** Undefined for a year of which none is known. */
  readonly reviewThresholdOf: (year: Year) => Cents | undefined;
  /** Where a place is, as a reader of the report knows its file. */
  readonly filePlaceOf: (place: Place) => FilePlace;
  readonly showIds: boolean;
  readonly countsCharges?: boolean;
}

/** What is told of a year beyond its sum is asked of it when somebody asks for it here. */
export function reportOf<Year extends LedgerYear>(
  years: readonly Year[],
  settings: ReportSettings<Year>,
): ThresholdReport {
  const labels = labelsOf(
    years.flatMap(({ beneficiaryId }) => (beneficiaryId === undefined ? [] : [beneficiaryId])),
    settings.showIds,
  );
  const ordered = years
    .map((year) => {
      const { beneficiaryId: id } = year;
      const label = (id === undefined ? undefined : labels.get(id)) ?? noId;
      const standing = new StandingOfYear(year, label, settings.reviewThresholdOf(year), settings);
      return { id: id ?? "", standing, nearness: nearnessOf(standing) };
    })
    .sort(byNearness);
  const standings = ordered.map(({ standing }) => standing);
  return settings.countsCharges === true ? { standings, countsCharges: true } : { standings };
}

type Showing = Omit<ReportSettings, "reviewThresholdOf">;

/** Of thousands of standings few are ever drawn, and the others are told one after the other. */
class StandingOfYear implements Standing {
  readonly beneficiary: string;
  readonly figure: Figure;
  readonly reviewThreshold: Cents | undefined;
  readonly level: Level;
  readonly #ledgerYear: LedgerYear;
  readonly #showing: Showing;

  constructor(ledgerYear: LedgerYear, beneficiary: string, reviewThreshold: Cents | undefined, showing: Showing) {
    const { used, threshold } = ledgerYear;
    this.beneficiary = beneficiary;
    this.figure = figureOf(used, showing.countsCharges);
    this.reviewThreshold = reviewThreshold;
    this.level = levelOf(used, threshold, reviewThreshold);
    this.#ledgerYear = ledgerYear;
    this.#showing = showing;
  }

  get year(): number {
    return this.#ledgerYear.year;
  }

  get bucket(): Bucket {
    return this.#ledgerYear.bucket;
  }

  get used(): Bounds {
    return this.#ledgerYear.used;
  }

  get kxThreshold(): Cents | undefined {
    return this.#ledgerYear.threshold;
  }

  get crossing(): StandingStep | undefined {
    const { passedAt } = this.#ledgerYear;
    return passedAt && placed(passedAt, this.#showing);
  }

  get steps(): readonly StandingStep[] {
    return this.#ledgerYear.steps.map((step) => placed(step, this.#showing));
  }

  get sources(): readonly SourceCount[] {
    return countSources(this.#ledgerYear.steps);
  }

  get doubts(): readonly Doubt[] {
    return doubtsOf(this.#ledgerYear);
  }
}

const masked = "···";

function placed({ places, ...step }: LedgerStep, { filePlaceOf, showIds }: Showing): StandingStep {
  const [first] = places;
  // A name that slipped into the column of codes is not shown.
  const isShown = showIds || !step.code || looksLikeCode(step.code);
  return {
    ...step,
    code: isShown ? step.code : masked,
    place: first && filePlaceOf(first),
    otherPlaces: Math.max(0, places.length - 1),
  };
}

function levelOf(used: Bounds, kxThreshold: Cents | undefined, reviewThreshold = Number.POSITIVE_INFINITY): Level {
  if (kxThreshold === undefined || figureOf(used).cents === undefined) return "unknown";
  if (used.low > Math.max(kxThreshold, reviewThreshold)) return "over-review";
  if (used.low > kxThreshold) return "over";
  return used.high > kxThreshold ? "may-be-over" : "below";
}

const sourcesInOrder: readonly AmountSource[] = [
  "eligibility",
  "remittance",
  "stated",
  "opening",
  "allowed",
  "fee-schedule",
  "charge",
  "unknown",
];

/** Which sources steps rest on, the best first. */
export function countSources(steps: readonly LedgerStep[]): readonly SourceCount[] {
  const counts = new Map<AmountSource, number>();
  for (const { source } of steps) counts.set(source, (counts.get(source) ?? 0) + 1);
  return sourcesInOrder.flatMap((source) => {
    const count = counts.get(source);
    return count === undefined ? [] : [{ source, steps: count }];
  });
}

function doubtsOf({ isMissing, doubts, steps }: LedgerYear): readonly Doubt[] {
  const counts = new Map<string, number>();
  if (isMissing) counts.set("nothing tells what was used before the first service", 0);
  for (const doubt of doubts) counts.set(doubt, 0);
  for (const doubt of steps.flatMap((step) => step.doubts)) counts.set(doubt, (counts.get(doubt) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, steps: count }));
}

interface Ordered {
  readonly id: string;
  readonly standing: Standing;
  readonly nearness: { readonly rank: number; readonly beyond: Cents };
}

/** Those that are certainly over, the others, those of which too little is known; each by how far beyond the threshold they are. */
function nearnessOf({ level, figure, kxThreshold }: Standing): Ordered["nearness"] {
  if (figure.cents === undefined || kxThreshold === undefined) return { rank: 2, beyond: figure.cents ?? 0 };
  return { rank: level === "over" || level === "over-review" ? 0 : 1, beyond: figure.cents - kxThreshold };
}

function byNearness(first: Ordered, second: Ordered): number {
  return (
    first.nearness.rank - second.nearness.rank ||
    second.nearness.beyond - first.nearness.beyond ||
    second.standing.year - first.standing.year ||
    compare(first.id, second.id) ||
    compare(first.standing.bucket, second.standing.bucket)
  );
}

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The years of the report, the newest first, each with its standings in the report's order. */
export function byYear(standings: readonly Standing[]): readonly (readonly [number, readonly Standing[]])[] {
  const years = new Map<number, Standing[]>();
  for (const standing of standings) {
    const ofYear = years.get(standing.year);
    if (ofYear === undefined) years.set(standing.year, [standing]);
    else ofYear.push(standing);
  }
  return [...years].sort(([first], [second]) => second - first);
}
