/**
 * One fault, one finding: where both find something on the same service line, or the first is a problem of the text in the second's
 * claim, the first speaks and the second is silent, since the first says more exactly what is wrong.
 */
export const ownership: readonly (readonly [owner: string, silent: string])[] = [
  ["assistant-modifier-without-plan", "therapy-modifier-missing"],
  ["therapy-modifier-wrong-discipline", "assistant-modifier-mismatch"],
  ["kx-with-abn", "kx-missing-above-threshold"],
  ["date-invalid", "date-of-service-missing"],
  ["date-without-year", "date-of-service-missing"],
];
