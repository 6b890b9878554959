/** `0.085 ms`, `1.2 ms`, `340 ms`, `12.4 s`. */
export function milliseconds(value: number): string {
  return value < 10_000 ? `${significant(value)} ms` : `${significant(value / 1000)} s`;
}

/** How fast so many bytes were in so many milliseconds: `93 MB/s`. */
export function speed(bytes: number, time: number): string {
  return `${significant(bytes / 1000 / time)} MB/s`;
}

export function megabytes(bytes: number): string {
  return `${significant(bytes / 1_000_000)} MB`;
}

/** How many times the one is the other: `3.4 ×`. */
export function times(value: number, unit: number): string {
  return `${significant(value / unit)} ×`;
}

/** By how much a figure grew: `+0.4 %`. */
export function growth(before: number, after: number): string {
  const percent = ((after - before) / before) * 100;
  return `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(1)} %`;
}

export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** Two significant digits, or all before the point: more would promise what no run repeats. */
function significant(value: number): string {
  if (value >= 99.5) return count(Math.round(value));
  return String(Number(value.toPrecision(2)));
}
