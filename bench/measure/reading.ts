import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import { type Repeated, repeat } from "../timing.ts";
import { type TextFile, documentOf, environment, formatFor } from "./opened.ts";
import { type Touched, touch } from "./touch.ts";

export interface ReadingFigures extends Repeated {
  /** Characters of the text. */
  readonly length: number;
  readonly touched: Touched;
  readonly findings: number;
}

/**
 * Reading a text that is in memory: into claims whose every value and place is looked at, or with all rules to findings. The first
 * run is the first thing that the process does.
 */
export async function measureReading(file: TextFile & { readonly checks: boolean }): Promise<ReadingFigures> {
  const document = documentOf(file);
  const format = formatFor(file);
  let touched: Touched | undefined;
  let findings = 0;
  const repeated = await repeat(() => {
    if (file.checks) findings = openSnapshot(document, format, environment).findings.length;
    else touched = touch(format.read(document.text));
  });
  return { ...repeated, length: document.text.length, touched: touched ?? touch(format.read(document.text)), findings };
}
