import assert from "node:assert/strict";
import fc from "fast-check";
import type { DocumentSymbol, Range } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { fixAll } from "../../server/src/features/fix-all.ts";
import { foldingRanges } from "../../server/src/features/folding-ranges.ts";
import { hover } from "../../server/src/features/hover.ts";
import { finish } from "../../server/src/text/steps.ts";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { printedLines, printedPage, standardForm } from "../formats/printed-form.ts";
import { answers } from "../lint/pieces.ts";
import { open } from "../rules/spec.ts";
import { actionsAt, afterAction, client } from "./shown.ts";

const environment = { settings: { ...defaultSettings, payer: "medicare-b" }, today: "2026-04-01" } as const;

const superbill = [
  "SUPERBILL #1\n",
  "Patient: Doe, Jane   DOB: 02/11/1948\r\n",
  "Medicare ID: 1EG4-TE5-MK73   Payer: Medicare Part B\n",
  "Dx A: M54.50   Dx B: R26.89\n",
  "YTD PT/SLP: 2,450.00 as of 2026-02-28\n",
  "Plan of care: 2026-01-05 to 2026-04-04\n",
  "DOS: 2026-03-02\n",
  "Date        Code   Mods    Units  Min  Dx  Charge  Allowed  By\n",
  "2026-03-12  97110  GP GP   2      30   AC  78.00   58.24    PT\n",
  "2026-03-12  97530  CQ ZQ   0      15   B   46.00   36.02    PTA\n",
  "97161 x1 $130\n",
  "97001 gp kx x2\n",
  "# therapy-claims-disable-next-line kx-below-threshold\n",
  "Total: 168.00\n",
  "🦵 \n",
];
const x12 = [
  "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n",
  "GS*HC*A*B*20260401*0930*1*X*005010X222A1~\nST*837*0001*005010X222A1~\n",
  "HL*1**20*1~NM1*85*2*P*****XX*1234567893~\n",
  "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1EG4TE5MK73~\n",
  "CLM*A1*78***11:B:1~HI*ABK:M5450~",
  "LX*1~SV1*HC:97110:GP:GP*78*UN*2***1~DTP*472*D8*20260312~\n",
  "LX*2~\nSV1*HC:97161*78*UN*0***9~\nDTP*472*D8*20260312~\n",
  "SE*12*0001~\nGE*1*1~IEA*1*000000001~\n",
];
const csv = [
  "Payer,Medicare Part B\n",
  "Claim,Patient,DOS,CPT,Mod1,Mod2,Units,Charge,YTD PT/SLP\n",
  '1,"Rivera, Ana",3/12/2026,97110,GP,GP,2,78.00,"2,470.00"\n',
  '1,"Rivera, Ana",3/12/2026,97161,,,2,130.00,\n',
  "2,Okafor,3/12/2026,97140,GP,CO,1,44.00\n",
  ',,,"97530-gp",,,x,"1,044.00"\n',
  '"',
  "\n",
];

const print = [
  printedPage(standardForm),
  printedPage({ ...standardForm, mark: "Group", payer: "AETNA", diagnoses: ["M54.50"], total: "100.00" }, { right: 2 }),
  printedLines({ ...standardForm, rows: standardForm.rows.map((row) => ({ ...row, modifiers: "GP GP" })) }).join(
    "\r\n",
  ),
  "\r\n\r\n",
  "\f",
];

const texts = fc.oneof(
  ...(
    [
      ["superbill", superbill],
      ["x12", x12],
      ["x12", answers],
      ["superbill-csv", csv],
      ["cms1500-print", print],
    ] as const
  ).map(([language, pieces]) =>
    fc.tuple(
      fc.constant(language),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((chosen) => chosen.join("")),
    ),
  ),
);

describe("on any text", () => {
  it("a hover belongs to what stands under the cursor", () => {
    forAnyPlace((snapshot, offset) => {
      const answer = hover(snapshot, snapshot.document.positionAt(offset), client);
      if (answer === null) return;
      assert.ok(answer.range);
      const { start, end } = offsetsOf(snapshot, answer.range);
      assert.ok(start <= offset && offset <= end);
      assert.notEqual((answer.contents as { value: string }).value, "");
    });
  });

  it("every action can be applied to it, and changes it", () => {
    forAnyPlace((snapshot, offset) => {
      const position = snapshot.document.positionAt(offset);
      for (const action of actionsAt(snapshot, { start: position, end: position })) {
        if (action.disabled === undefined) assert.notEqual(afterAction(snapshot, action), snapshot.document.getText());
      }
    });
  });

  it("the outline nests", () => {
    forAnyPlace((snapshot) => {
      const symbols = finish(documentSymbols(snapshot, client)) as DocumentSymbol[];
      for (const symbol of symbols) assertNests(symbol, snapshot);
    });
  });

  it("folds have more than one line", () => {
    forAnyPlace((snapshot) => {
      for (const fold of finish(foldingRanges(snapshot, client))) {
        assert.ok(fold.startLine < fold.endLine && fold.endLine < snapshot.document.lineCount);
      }
    });
  });

  it("fixing all that is safe leaves nothing safe to fix", () => {
    forAnyPlace((snapshot) => {
      const fixed = applyEdits(snapshot.document.getText(), finish(fixAll(snapshot)));
      assert.deepEqual(finish(fixAll(open(snapshot.document.languageId, fixed, environment))), []);
    });
  });
});

function forAnyPlace(check: (snapshot: Snapshot, offset: number) => void): void {
  fc.assert(
    fc.property(texts, fc.nat(), ([language, text], seed) => {
      const snapshot = open(language, text, environment);
      check(snapshot, snapshot.document.offsetAt(snapshot.document.positionAt(seed % (text.length + 1))));
    }),
  );
}

function assertNests(symbol: DocumentSymbol, snapshot: Snapshot): void {
  assert.notEqual(symbol.name, "");
  assertInside(symbol.selectionRange, symbol.range, snapshot);
  for (const child of symbol.children ?? []) {
    assertInside(child.range, symbol.range, snapshot);
    assertNests(child, snapshot);
  }
}

function assertInside(inner: Range, outer: Range, snapshot: Snapshot): void {
  const [within, around] = [offsetsOf(snapshot, inner), offsetsOf(snapshot, outer)];
  assert.ok(around.start <= within.start && within.end <= around.end);
}

function offsetsOf({ document }: Snapshot, { start, end }: Range): { start: number; end: number } {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}
