/** US dollars in whole cents. */
export type Cents = number;

/** As a person reads it: `2,480.00`, `-44.00`. */
export function formatCents(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${cents < 0 ? "-" : ""}${dollars}.${digits.slice(-2)}`;
}

/** `2,480.00`, or `2,480` where there are no cents. */
export function formatDollars(cents: Cents): string {
  return formatCents(cents).replace(/\.00$/, "");
}
