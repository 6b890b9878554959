/**
 * Measures reading, checking and one keystroke at three sizes of 837P, and the start to the first diagnostics. It prints a table and
 * judges nothing: figures from different machines, or different runs, do not compare.
 */
import { measureClaim } from "./claim.ts";
import { measureStart } from "./start.ts";
import { type SizeFigures, measureSize } from "./size.ts";

// First, while nothing else was run: what large files leave behind slows it.
const claim = measureClaim();
const sizes = process.argv.slice(2).map(Number);
const figures: SizeFigures[] = [];
for (const megabytes of sizes.length > 0 ? sizes : [1, 10, 45]) figures.push(measureSize(megabytes));

console.log("\n837P, one segment a line, on one core of this machine\n");
console.table(
  Object.fromEntries(
    figures.map((figure) => [
      `${String(figure.megabytes)} MB`,
      {
        claims: figure.claims,
        findings: figure.findings,
        "read, ms": round(figure.readMilliseconds),
        "read, MB/s": round(figure.megabytes / (figure.readMilliseconds / 1000)),
        "read and check, ms": round(figure.checkMilliseconds),
        "read and check, MB/s": round(figure.megabytes / (figure.checkMilliseconds / 1000)),
        "heap, times the file": round(figure.heapRatio),
        "keystroke, median ms": round(figure.keystroke.median),
        "keystroke, p95 ms": round(figure.keystroke.p95),
      },
    ]),
  ),
);
console.log(
  `\nEvery rule on a claim of 12 lines (${String(claim.rules)} rules look at it): ` +
    `${String(round(claim.superbill))} µs in a superbill, ${String(round(claim.x12))} µs in an 837P`,
);
const start = await measureStart();
console.log(
  `\nProcess start to the first diagnostics of a superbill of ${String(start.lines)} lines: ${String(round(start.milliseconds))} ms`,
);

function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
