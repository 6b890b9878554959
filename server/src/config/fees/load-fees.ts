import type { FeeSchedule } from "../../ledger/fee-schedule.ts";
import type { OwnFee, PublishedFee } from "../../ledger/fees/fee-tables.ts";
import { feeScheduleOf } from "../../ledger/fees/schedule.ts";
import { nationalAdjustment } from "../../ledger/fees/unit-fee.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import { type FeeFile, type FileOf, openFeeFile, rowsOf } from "./fee-file.ts";
import type { FeeSettings } from "./fee-settings.ts";
import { type Locality, type WantedLocality, isWanted, readLocality, wantedLocality } from "./localities.ts";
import { readOwnFee } from "./own-fees.ts";
import { feeOfPayment, readPayment } from "./payment-amounts.ts";
import { feeOfRelativeValues, readRelativeValues } from "./relative-values.ts";
import { releaseOf } from "./release.ts";

export interface FeesReading {
  /** Undefined where no file tells of any fee. */
  readonly fees: FeeSchedule | undefined;
  /** What could not be read or used, a sentence each, with the file's name and nothing of its folder or its rows. */
  readonly problems: readonly string[];
}

/** Reads an office's list of fees, and CMS's own files. What is wrong with one file leaves the others as they are. */
export async function loadFees(settings: FeeSettings): Promise<FeesReading> {
  const problems: string[] = [];
  const files: FeeFile[] = [];
  for (const path of settings.files) {
    const file = await openFeeFile(path);
    if ("problem" in file) problems.push(file.problem);
    else files.push(file);
  }
  const reader = new FeeReader(settings, problems);
  // Payments of a locality that is named can be found only by its number.
  for (const kind of ["localities", "own", "payment-amounts", "relative-values"]) {
    for (const file of files) if (file.kind === kind) await reader.read(file);
  }
  return { fees: reader.schedule, problems };
}

class FeeReader {
  readonly #settings: FeeSettings;
  readonly #problems: string[];
  readonly #wanted: WantedLocality | undefined;
  readonly #localities = new Map<number, readonly Locality[]>();
  readonly #releases = new Map<CalendarDate, string>();
  readonly #own: OwnFee[] = [];
  readonly #published: PublishedFee[][] = [];

  constructor(settings: FeeSettings, problems: string[]) {
    this.#settings = settings;
    this.#problems = problems;
    this.#wanted = settings.locality === undefined ? undefined : wantedLocality(settings.locality);
  }

  get schedule(): FeeSchedule | undefined {
    const published = this.#published.flat();
    if (this.#own.length + published.length === 0) return undefined;
    const reducesForAssistants = this.#settings.reducesForAssistants === true;
    return feeScheduleOf({ own: this.#own, published, reducesForAssistants });
  }

  async read(file: FeeFile): Promise<void> {
    try {
      if (file.kind === "own") await this.#readOwn(file);
      else if (file.kind === "localities") await this.#readLocalities(file);
      else if (file.kind === "relative-values") await this.#readRelativeValues(file);
      else await this.#readPayments(file);
    } catch {
      this.#tell(file, "could not be read.");
    }
  }

  #tell({ name }: FeeFile, problem: string): void {
    this.#problems.push(`${name} ${problem}`);
  }

  async #readOwn(file: FileOf<"own">): Promise<void> {
    const fees: OwnFee[] = [];
    let unreadable = 0;
    for await (const cells of rowsOf(file)) {
      const fee = readOwnFee(cells, file.columns);
      if (fee === undefined) unreadable++;
      else if (fee !== "blank") fees.push(fee);
    }
    for (const fee of fees) this.#own.push(fee);
    if (unreadable > 0)
      this.#tell(file, `has ${countOf(unreadable)} that can't be read as a code, its amount and dates.`);
    else if (fees.length === 0) this.#tell(file, "holds no fee.");
  }

  async #readLocalities(file: FileOf<"localities">): Promise<void> {
    const release = releaseOf(file.name, `${file.columns.title} ${file.columns.names.join(" ")}`);
    if (release === undefined) {
      this.#tell(file, "does not say of which year it is, neither in its title nor in its name.");
      return;
    }
    const localities: Locality[] = [];
    for await (const cells of rowsOf(file)) {
      const locality = readLocality(cells, file.columns);
      if (locality !== undefined) localities.push(locality);
    }
    this.#localities.set(yearOf(release), localities);
    if (this.#wanted === undefined)
      this.#tell(file, "is not used, since feeLocality does not say which locality counts.");
  }

  async #readRelativeValues(file: FileOf<"relative-values">): Promise<void> {
    const release = releaseOf(file.name, file.columns.title);
    if (release === undefined) {
      this.#tell(file, "does not say of which year it is, neither in its title nor in its name.");
      return;
    }
    const before = this.#releases.get(release);
    if (before !== undefined) {
      this.#tell(file, `is of the same release as ${before}, which counts.`);
      return;
    }
    this.#releases.set(release, file.name);
    const place = this.#placeIn(yearOf(release), file);
    if (place === undefined) return;
    const { conversionFactor } = this.#settings;
    const fees: PublishedFee[] = [];
    let count = 0;
    for await (const cells of rowsOf(file)) {
      const row = readRelativeValues(cells, file.columns);
      if (row === undefined) continue;
      count++;
      const fee = feeOfRelativeValues(row, release, { ...place, conversionFactor });
      if (fee !== undefined) fees.push(fee);
    }
    if (count === 0) this.#tell(file, "holds no row of relative values.");
    else if (fees.length === 0) this.#tell(file, "states no conversion factor, and feeConversionFactor is not set.");
    this.#published.push(fees);
  }

  /** What multiplies the values; undefined where the locality that is set can't be told. */
  #placeIn(year: number, file: FeeFile): (Pick<Locality, "adjustment"> & { isNational: boolean }) | undefined {
    if (this.#wanted === undefined) return { adjustment: nationalAdjustment, isNational: true };
    const localities = this.#localities.get(year);
    if (localities === undefined) {
      this.#tell(file, `is not used: feeLocality is set, and no GPCI file of ${String(year)} is named.`);
      return undefined;
    }
    const wanted = this.#wanted;
    const [found, ...others] = localities.filter((locality) => isWanted(locality, wanted));
    if (found !== undefined && others.length === 0) return { adjustment: found.adjustment, isNational: false };
    const why = found === undefined ? "names none" : "may mean several";
    this.#tell(file, `is not used: feeLocality ${why} of the localities in the GPCI file of ${String(year)}.`);
    return undefined;
  }

  async #readPayments(file: FileOf<"payment-amounts">): Promise<void> {
    const wanted = this.#numberOfWanted();
    if (wanted === "unknown") {
      this.#tell(file, "is not used: it knows feeLocality by its number only, such as 01112 05, or by a GPCI file.");
      return;
    }
    const fees: PublishedFee[] = [];
    let place: string | undefined;
    for await (const cells of rowsOf(file)) {
      const row = readPayment(cells, wanted);
      if (row === undefined) continue;
      const own = `${row.carrier} ${row.number}`;
      if (own !== (place ??= own)) {
        this.#tell(file, "holds several localities, and feeLocality does not say which one counts.");
        return;
      }
      const from = releaseOf(file.name, `CY ${String(row.year)}`);
      const fee = from && feeOfPayment(row, from);
      if (fee !== undefined) fees.push(fee);
    }
    if (fees.length === 0) this.#tell(file, "holds no amount of feeLocality.");
    this.#published.push(fees);
  }

  /** The locality that is set, by number; undefined where none is, `unknown` where only a name is known. */
  #numberOfWanted(): WantedLocality | undefined | "unknown" {
    const wanted = this.#wanted;
    if (wanted?.name === undefined) return wanted;
    for (const localities of this.#localities.values()) {
      const [found, ...others] = localities.filter((locality) => isWanted(locality, wanted));
      if (found !== undefined && others.length === 0) return { ...found, name: undefined };
    }
    return "unknown";
  }
}

function countOf(rows: number): string {
  return rows === 1 ? "one row" : `${String(rows)} rows`;
}
