import type { Cents } from "../model/money.ts";
import { figureOf } from "./figure.ts";
import type { Standing, StandingStep, ThresholdReport } from "./threshold-report.ts";

/** One object, in pieces: a large folder has more than one text can hold. Lines count from 0. The same report gives the same bytes. */
export function* reportJson({ standings, countsCharges }: ThresholdReport): Generator<string> {
  yield `{\n  "version": 1,\n  "beneficiaries": [`;
  let separator = "";
  for (const standing of standings) {
    yield* standingJson(standing, countsCharges, separator);
    separator = ",";
  }
  yield standings.length === 0 ? "]\n}\n" : "\n  ]\n}\n";
}

function* standingJson(standing: Standing, tellsMost: boolean | undefined, before: string): Generator<string> {
  const { beneficiary, year, bucket, figure, kxThreshold, reviewThreshold, steps } = standing;
  const facts = {
    id: beneficiary,
    year,
    bucket,
    usedCents: orNull(figure.cents),
    bound: figure.bound,
    thresholdCents: orNull(kxThreshold),
    reviewThresholdCents: orNull(reviewThreshold),
  };
  yield `${before}\n    ${JSON.stringify(facts).slice(0, -1)},"lines":[`;
  let separator = "";
  for (const step of steps) {
    yield `${separator}\n      ${JSON.stringify(stepToJson(step, tellsMost))}`;
    separator = ",";
  }
  yield steps.length === 0 ? "]}" : "\n    ]}";
}

function stepToJson(
  { place, date, code, amount, source, after }: StandingStep,
  tellsMost: boolean | undefined,
): object {
  return {
    path: place?.file ?? null,
    line: place?.line ?? null,
    date,
    code: code ?? null,
    amountCents: orNull(figureOf(amount, tellsMost).cents),
    source,
    runningCents: orNull(figureOf(after, tellsMost).cents),
  };
}

function orNull(cents: Cents | undefined): Cents | null {
  return cents ?? null;
}
