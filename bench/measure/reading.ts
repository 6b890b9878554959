import { readFileSync } from "node:fs";
import type { Reading } from "../../server/src/formats/format.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { type Repeated, repeat } from "../timing.ts";
import { type TextFile, documentOf, environment, formatFor } from "./opened.ts";
import { type Touched, touch } from "./touch.ts";

export interface ReadingFigures extends Repeated {
  /** How long going through the text took right before, with nothing done but looking at each character, in milliseconds. */
  readonly yardstick: number;
  /** Characters of the text. */
  readonly length: number;
  readonly touched: Touched;
  readonly findings: number;
}

/** How far a text is read: to where each claim stands, until every value and its place was looked at, or to the findings of all rules. */
export type Depth = "claims" | "values" | "findings";

/** Reading a text that is in memory. The first run is the first thing that the process does. */
export async function measureReading(file: TextFile & { readonly depth: Depth }): Promise<ReadingFigures> {
  const yardstick = measureYardstick(readFileSync(file.path, "utf8"));
  const document = documentOf(file);
  const format = formatFor(file);
  let touched: Touched | undefined;
  let findings = 0;
  const repeated = await repeat(() => {
    if (file.depth === "findings") findings = openSnapshot(document, format, environment).findings.length;
    else if (file.depth === "values") touched = touch(format.read(document.text));
    else countClaims(format.read(document.text));
  });
  return {
    ...repeated,
    yardstick,
    length: document.text.length,
    touched: touched ?? touch(format.read(document.text)),
    findings,
  };
}

/** The best of three. */
function measureYardstick(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    countOf(text, 0x7f);
    return performance.now() - began;
  });
  return Math.min(...times);
}

function countOf(text: string, code: number): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === code) count++;
  return count;
}

/** A claim stands where its part does. */
function countClaims({ parts }: Reading): number {
  let count = 0;
  for (const { claims } of parts) count += claims.length;
  return count;
}
