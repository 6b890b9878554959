import { formatOf } from "../../server/src/formats/registry.ts";
import { checkClaim } from "../../server/src/lint/check.ts";
import { noSources, nothingElsewhere } from "../../server/src/lint/elsewhere.ts";
import { Neighbours } from "../../server/src/lint/neighbours.ts";
import { ruleBookOf } from "../../server/src/lint/rule-book.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import type { Claim } from "../../server/src/model/claim.ts";

const environment = { settings: defaultSettings, today: "2026-11-01" } as const;
const rounds = 20_000;

/** What it costs to run every rule on one claim of twelve lines, in microseconds; the median of a hundred batches. */
export function measureClaim(): { readonly rules: number; readonly superbill: number; readonly x12: number } {
  const book = ruleBookOf(defaultSettings, "professional");
  const lineRules = new Set(twelveLines("superbill").serviceLines.flatMap((line) => book.lineRules(line)));
  return {
    rules: book.claimRules.length + lineRules.size,
    superbill: measure(twelveLines("superbill"), "superbill"),
    x12: measure(twelveLines("x12"), "x12"),
  };
}

function measure(claim: Claim, formatId: string): number {
  const neighbours = new Neighbours({ environment, formatId, elsewhere: nothingElsewhere, amountsOf: () => noSources });
  neighbours.replace([], [claim], () => 0);
  const setting = { environment, formatId };
  const batch = rounds / 100;
  const times: number[] = [];
  for (let round = 0; round < 100; round++) {
    const start = performance.now();
    for (let index = 0; index < batch; index++) checkClaim(claim, setting, neighbours);
    times.push((performance.now() - start) / batch);
  }
  times.sort((a, b) => a - b);
  return (times[50] ?? 0) * 1000;
}

/** A week of three visits by a therapist and an assistant. */
function twelveLines(language: "superbill" | "x12"): Claim {
  const format = formatOf(language);
  const claim = format?.read(textOf(language)).parts.flatMap((part) => part.claims)[0];
  if (claim?.serviceLines.length !== 12) throw new Error("the claim of the benchmark has twelve lines");
  return claim;
}

const visits = ["2026-03-02", "2026-03-04", "2026-03-06"];
const lines = [
  ["97110", "GP", 2, 30],
  ["97112", "GP", 1, 15],
  ["97140", "GP:CQ", 1, 15],
  ["97530", "GP", 1, 15],
] as const;

function textOf(language: "superbill" | "x12"): string {
  if (language === "superbill") {
    const rows = visits.flatMap((date) =>
      lines.map(([code, modifiers, units, minutes]) =>
        [date, code, modifiers.replace(":", " "), units, minutes, "A", "78.00", "58.24"].join(" | "),
      ),
    );
    return [
      "SUPERBILL #1",
      "Patient: Rivera, Ana  DOB: 02/11/1948",
      "MBI: 1EG4TE5MK73  Payer: Medicare Part B  POS: 11",
      "Practice: Riverbend  NPI: 1234567893",
      "YTD PT/SLP: 400.00",
      "Dx A: M54.50",
      "Date | Code | Mods | Units | Min | Dx | Charge | Allowed",
      ...rows,
    ].join("\n");
  }
  const loops = visits.flatMap((date, visit) =>
    lines.map(([code, modifiers, units], line) => {
      const number = String(visit * lines.length + line + 1);
      return `LX*${number}~SV1*HC:${code}:${modifiers}*78*UN*${String(units)}***1~DTP*472*D8*${date.replaceAll("-", "")}~`;
    }),
  );
  return [
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*P*:~",
    "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~",
    "HL*1**20*1~NM1*85*2*RIVERBEND*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******MB~",
    "NM1*IL*1*RIVERA*ANA****MI*1EG4TE5MK73~DMG*D8*19480211*F~NM1*PR*2*MEDICARE*****PI*00590~",
    "CLM*1*936***11:B:1*Y*A*Y*Y~HI*ABK:M5450~NM1*DN*1*STONE*EVA****XX*1245319599~",
    ...loops,
    "SE*52*0001~GE*1*1~IEA*1*000000001~",
  ].join("\n");
}
