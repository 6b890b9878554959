/** Aliases that mean their payer only where they are the whole name: within a longer one they may mean another. */
export const wholeNames: ReadonlySet<string> = new Set([
  "medicare",
  "medicare a",
  "first coast",
  "wps medicare",
  "va",
  "auto",
  "wc",
  "pip",
  "no fault",
  "commercial",
  "self funded",
]);
