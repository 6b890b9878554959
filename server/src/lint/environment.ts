import type { FeeSchedule } from "../ledger/fee-schedule.ts";
import type { CalendarDate } from "../model/date.ts";
import type { Bucket } from "../model/discipline.ts";
import type { Cents } from "../model/money.ts";
import type { EditTable, LimitIndex, PairIndex, Payer } from "../model/tables.ts";
import type { Severity } from "../rules/rule.ts";

/** What a user sets; the same for the editor and the command line. */
export interface Settings {
  /** The payer of claims that name none: a payer's id or name. */
  readonly payer: string | undefined;
  /** A rule's severity in place of its own. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Amounts of years that the table lacks, or has otherwise. */
  readonly thresholds: Readonly<Record<number, ThresholdSetting>>;
  /** Only these rules run; all where undefined. */
  readonly only: readonly string[] | undefined;
}

export interface ThresholdSetting {
  readonly kxThreshold?: Cents;
  readonly reviewThreshold?: Cents;
}

/** What a snapshot is made in: settings, and the day that it is. Nothing below the edge knows a clock. */
export interface Environment {
  readonly settings: Settings;
  readonly today: CalendarDate;
  /** The user's own payer profiles, which take the place of built-in ones of the same id. */
  readonly ownPayers?: readonly Payer[];
  /** The user's newer tables of edits, in place of the built-in snapshots. */
  readonly tables?: OwnTables;
  /** The user's own fees, or Medicare's published ones. */
  readonly fees?: FeeSchedule;
  /** What was used before the year's first line, where no claim states an amount; undefined where that is not known. */
  readonly openingAmounts?: Readonly<Partial<Record<Bucket, Cents>>>;
}

export interface OwnTables {
  readonly pairs?: EditTable<PairIndex>;
  readonly limits?: EditTable<LimitIndex>;
}

export const defaultSettings: Settings = { payer: undefined, severities: {}, thresholds: {}, only: undefined };
