import { synthesize837 } from "./synthetic-837.ts";
import { formatOf } from "../server/src/formats/registry.ts";
import { openSnapshot } from "../server/src/lint/open-snapshot.ts";
import { defaultSettings } from "../server/src/lint/environment.ts";
import { Document } from "../server/src/text/document.ts";
const mb = Number(process.argv[2] ?? 45);
const text = synthesize837({ megabytes: mb, seed: 1, lineEnd: "\n" });
const env = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-11-01" } as const;
const format = formatOf("x12")!;
let t = performance.now();
let document = Document.create("file:///a", "x12", 0, text);
console.log("create", performance.now() - t);
t = performance.now();
let snapshot = openSnapshot(document, format, env);
console.log("open", performance.now() - t, "claims", snapshot.claims.length, "findings", snapshot.findingCount, "parts", snapshot.reading.parts.length);
t = performance.now(); snapshot.gravestFindings(999); console.log("gravest", performance.now() - t);
const times: number[] = [], edits: number[] = [], grav: number[] = [];
let seed = 1;
const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
for (let i = 0; i < Number(process.argv[3] ?? 300); i++) {
  const at = Math.floor(rnd() * text.length);
  const range = document.rangeOf(at, at);
  const t0 = performance.now();
  document = document.edited([{ range, text: "7" }], i + 1);
  const t1 = performance.now();
  snapshot = snapshot.after(document);
  const t2 = performance.now();
  if (t2 - t1 > 30) { const x = document.text.slice(Math.max(0, at - 60), at + 40).replaceAll("\n", "|"); console.log((t2 - t1).toFixed(0), x); }
  snapshot.gravestFindings(999); snapshot.findingCount;
  const t3 = performance.now();
  if (i >= 20) { edits.push(t1 - t0); times.push(t2 - t1); grav.push(t3 - t2); }
}
const q = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]?.toFixed(2);
for (const [n, a] of [["edit", edits], ["after", times], ["gravest", grav]] as const) console.log(n, "p50", q(a, 0.5), "p95", q(a, 0.95), "max", q(a, 0.999));
console.log(process.memoryUsage().rss / 1e6, "MB rss");
