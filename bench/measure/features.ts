import type { Range } from "vscode-languageserver-types";
import { features } from "../../server/src/connection/feature-table.ts";
import type { Client } from "../../server/src/features/client.ts";
import { finish, isSteps } from "../../server/src/text/steps.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { median, percentile } from "../timing.ts";
import { type TextFile, openFile } from "./opened.ts";

export interface FeatureFigures {
  readonly method: string;
  readonly questions: number;
  readonly median: number;
  readonly p95: number;
}

const questions = 1000;
const mostMilliseconds = 5000;

/** Asks every feature of the server at places all over a file. */
export function measureFeatures(file: TextFile): { readonly lines: number; readonly features: FeatureFigures[] } {
  const snapshot = openFile(file);
  const places = placesIn(snapshot);
  return { lines: snapshot.document.lineCount, features: features.map((feature) => ask(feature, snapshot, places)) };
}

function ask(feature: (typeof features)[number], snapshot: Snapshot, places: readonly Range[]): FeatureFigures {
  const uri = snapshot.document.uri;
  const times: number[] = [];
  const began = performance.now();
  for (const range of places) {
    // Each takes of it what it asks for.
    const params = {
      textDocument: { uri },
      position: range.start,
      range,
      context: { diagnostics: [], triggerKind: 1 },
      options: { tabSize: 2, insertSpaces: true },
    };
    const start = performance.now();
    const answer = feature.answer({ params, snapshot, client, hints: { usedAmount: true }, failed });
    if (isSteps(answer)) finish(answer);
    times.push(performance.now() - start);
    if (start - began > mostMilliseconds) break;
  }
  return { method: feature.method, questions: times.length, median: median(times), p95: percentile(times, 95) };
}

function failed(name: string): never {
  throw new Error(`${name} failed`);
}

const client: Client = {
  takesDocumentChanges: true,
  takesAnnotations: true,
  showsDisabledActions: true,
  nestsSymbols: true,
  foldLimit: 5000,
  showsReport: true,
  addressOf: (file: string) => file,
  rulePage: (rule) => `rule:${rule}`,
};

/** Empty ranges all over the text, in an order that jumps about. */
function placesIn({ document }: Snapshot): readonly Range[] {
  const { length } = document.text;
  return Array.from({ length: questions }, (_, index) => {
    const offset = Math.floor(((index * 0.6180339887) % 1) * length);
    return document.rangeOf(offset, offset);
  });
}
