import { isFacility } from "../../data/places-of-service.ts";
import { findProcedure } from "../../data/procedures.ts";
import { type CalendarDate, yearOf } from "../../model/date.ts";
import { isAssistantModifier, isPlanModifier } from "../../model/discipline.ts";
import type { Cents } from "../../model/money.ts";
import { holdsAt } from "../../model/tables.ts";
import type { FeeLine, FeeSchedule } from "../fee-schedule.ts";
import { amountsOfDay } from "./day-amounts.ts";
import type { FeeTables, OwnFee, PublishedFee } from "./fee-tables.ts";
import type { UnitFee } from "./unit-fee.ts";

export function feeScheduleOf({ own, published, reducesForAssistants }: FeeTables): FeeSchedule {
  const ownByCode = byCode(own);
  const publishedByCode = byCode(published);
  const ownOf = (line: FeeLine): OwnFee | undefined => bestOwn(ownByCode.get(line.code), line);
  const publishedOf = (line: FeeLine): PublishedFee | undefined => bestPublished(publishedByCode.get(line.code), line);
  return {
    allowedAmounts(linesOfDay) {
      const unreduced = linesOfDay.map((line) => ({
        fee: isCountable(line.units) ? unitFeeFor(line, publishedOf(line)) : undefined,
        units: line.units,
        name: nameOf(line),
      }));
      const ofDay = amountsOfDay(unreduced);
      return linesOfDay.map((line, place) => {
        if (!isCountable(line.units)) return undefined;
        const stated = ownOf(line);
        const amount = stated === undefined ? ofDay[place] : stated.amount * line.units;
        if (amount === undefined) return undefined;
        const isCut = reducesForAssistants && isReducedForAssistant(line, stated);
        return roundedToCents(isCut ? amount * assistantShare : amount);
      });
    },
    doubtOf(line) {
      if (ownOf(line) !== undefined || publishedOf(line)?.isNational !== true) return undefined;
      return "the national amount, since no locality is set";
    },
  };
}

function byCode<Fee extends { readonly code: string }>(fees: readonly Fee[]): ReadonlyMap<string, readonly Fee[]> {
  const found = new Map<string, Fee[]>();
  for (const fee of fees) {
    const known = found.get(fee.code);
    if (known === undefined) found.set(fee.code, [fee]);
    else known.push(fee);
  }
  return found;
}

/** More of one service than any day holds: a number from another column. */
const mostUnits = 999;

function isCountable(units: number): boolean {
  return Number.isInteger(units) && units > 0 && units <= mostUnits;
}

/** The office's own line of the code that fits best: all of its modifiers stand on the line, and its dates hold. */
function bestOwn(fees: readonly OwnFee[] | undefined, line: FeeLine): OwnFee | undefined {
  let best: OwnFee | undefined;
  for (const fee of fees ?? []) {
    if (!holdsAt(fee, line.date) || !carriesAll(line, fee.modifiers)) continue;
    if (best === undefined || isMoreExact(fee, best)) best = fee;
  }
  return best;
}

function isMoreExact(fee: OwnFee, than: OwnFee): boolean {
  if (fee.modifiers.length !== than.modifiers.length) return fee.modifiers.length > than.modifiers.length;
  return (fee.from ?? "") > (than.from ?? "");
}

/**
 * The newest release of the year that has begun. One that comes later in the year tells of its beginning too, where nothing else does:
 * CMS publishes the whole table each time.
 */
function bestPublished(fees: readonly PublishedFee[] | undefined, line: FeeLine): PublishedFee | undefined {
  let best: PublishedFee | undefined;
  for (const fee of fees ?? []) {
    if (!tellsOf(fee.from, line.date) || !carriesAll(line, fee.modifiers)) continue;
    if (best === undefined || isBetter(fee, best, line.date)) best = fee;
  }
  return best;
}

function isBetter(fee: PublishedFee, than: PublishedFee, date: CalendarDate): boolean {
  if (fee.modifiers.length !== than.modifiers.length) return fee.modifiers.length > than.modifiers.length;
  if (fee.isNational !== than.isNational) return than.isNational;
  const hasBegun = fee.from <= date;
  if (hasBegun !== than.from <= date) return hasBegun;
  return hasBegun ? fee.from > than.from : fee.from < than.from;
}

function tellsOf(release: CalendarDate, date: CalendarDate): boolean {
  if (yearOf(release) !== yearOf(date)) return false;
  return !amountsChanged.some((change) => date < change && change <= release);
}

/** Within a year the conversion factor was another from these days on. Source: Consolidated Appropriations Act, 2024, section 305. */
const amountsChanged: readonly CalendarDate[] = ["2024-03-09"];

/** Half of the practice expense since then (American Taxpayer Relief Act of 2012, section 633); before, other shares. */
const halvedFrom: CalendarDate = "2013-04-01";

function unitFeeFor(line: FeeLine, published: PublishedFee | undefined): UnitFee | undefined {
  if (published === undefined) return undefined;
  const fee = isPaidAsInFacility(line) ? published.facility : published.nonFacility;
  return line.date < halvedFrom && fee.reduced !== fee.full ? undefined : fee;
}

/**
 * Outpatient therapy is paid at the non-facility rate wherever it is given. Source, recalled with high confidence: Medicare Claims
 * Processing Manual, chapter 12, section 20.4.2.
 */
function isPaidAsInFacility({ code, modifiers, placeOfService }: FeeLine): boolean {
  if (findProcedure(code)?.disposition === "always" || modifiers.some(isPlanModifier)) return false;
  return placeOfService !== undefined && isFacility(placeOfService);
}

/** What Medicare pays of the amount where an assistant gave the service (42 USC 1395m(v)). */
const assistantShare = 0.85;
const assistantsReducedFrom: CalendarDate = "2022-01-01";

/** An own line that names the assistant's modifier says what such a line comes to. */
function isReducedForAssistant(line: FeeLine, stated: OwnFee | undefined): boolean {
  if (line.date < assistantsReducedFrom || !line.modifiers.some(isAssistantModifier)) return false;
  return stated === undefined || !stated.modifiers.some(isAssistantModifier);
}

function carriesAll(line: FeeLine, modifiers: readonly string[]): boolean {
  return modifiers.every((modifier) => line.modifiers.includes(modifier));
}

function nameOf({ code, modifiers, units, placeOfService }: FeeLine): string {
  return [code, String(units).padStart(3, "0"), placeOfService, ...[...modifiers].sort()].join(" ");
}

/** Half a cent goes up. What a binary fraction lacks of it is not lost. */
function roundedToCents(cents: number): Cents {
  return Math.round(Number(cents.toFixed(4)));
}
