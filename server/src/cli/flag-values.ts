import { findPayer, payers, unknownPayer } from "../data/payers.ts";
import { type CalendarDate, parseIsoDate } from "../model/date.ts";
import { standardInput } from "../files/find-files.ts";
import { UsageError } from "./usage.ts";

// What is written behind a flag, read. Each throws a UsageError for what it can't take.

/** Undefined where the flag was left out. */
export function given<T>(value: string | undefined, read: (value: string) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${allowed.join(", ")}; not '${value}'`);
  return found;
}

/** What standard input is to be taken for. */
export function readInputName(name: string, paths: readonly string[]): string {
  if (paths.includes(standardInput)) return name;
  throw new UsageError("--stdin-filename names what is read with -, and there is no - among the paths");
}

/** The id or name of a payer that is known, as it was written. */
export function readPayer(payer: string): string {
  const isKnown =
    [unknownPayer, ...payers].some(({ id }) => id === payer) || findPayer({ name: payer }) !== unknownPayer;
  if (isKnown) return payer;
  throw new UsageError(`no payer is known as '${payer}'; known are ${payers.map(({ id }) => id).join(", ")}`);
}

export function readDate(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new UsageError(`--today takes a date as 2026-03-12; not '${text}'`);
  return date;
}

export function readCount(flag: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${flag} takes a whole number from 1; not '${text}'`);
  return Number(text);
}
