import assert from "node:assert/strict";
import {
  DiagnosticSeverity,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver-types";
import type { Client } from "../../server/src/features/client.ts";
import { type ActionRequest, producersFor } from "../../server/src/features/code-actions.ts";
import { diagnostics, notChecked } from "../../server/src/features/diagnostics.ts";
import { type DocumentStatus, documentStatus } from "../../server/src/features/document-status.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { fixAll } from "../../server/src/features/fix-all.ts";
import { foldingRanges } from "../../server/src/features/folding-ranges.ts";
import { finish } from "../../server/src/text/steps.ts";
import { type Settings, defaultSettings } from "../../server/src/lint/environment.ts";
import type { Snapshot } from "../../server/src/lint/snapshot.ts";
import { open } from "../rules/spec.ts";
import { client, messageOf } from "./shown.ts";

function superbill(text: string, settings: Partial<Settings> = { payer: "medicare-b" }): Snapshot {
  return open("superbill", text, { settings: { ...defaultSettings, ...settings }, today: "2026-04-01" });
}

const start = { line: 0, character: 0 };

describe("diagnostics", () => {
  it("are the gravest of many, and one that says how many are left out", () => {
    const visit = "SUPERBILL #1\nYTD PT/SLP: 2,500.00\nDOS: 2026-03-12\n97161 x1 $90.00\n97110 GP x1 $40.00\n";
    const snapshot = superbill(visit.repeat(600));
    const told = diagnostics(snapshot, client);
    assert.equal(told.length, 1000);
    assert.ok(told.slice(0, -1).every(({ severity }) => severity === DiagnosticSeverity.Error));
    const left = snapshot.findings.length - 999;
    assert.equal(messageOf(told.at(-1)), `${left.toLocaleString("en-US")} more findings are not shown`);
  });

  it("are of many first those around the place where somebody types: an editor underlines no more than 500", () => {
    const grave = "SUPERBILL #1\nYTD PT/SLP: 2,500.00\nDOS: 2026-03-12\n97161 x1 $90.00\n97110 GP x1 $40.00\n";
    const slight = "SUPERBILL #2\nDOS: 2026-03-12\nFrequency: 1\n97110 GP KX KX x1 $40.00\n";
    for (const count of [250, 600]) {
      const snapshot = superbill(grave.repeat(count) + slight);
      assert.ok(snapshot.findingCount > 500);
      const end = snapshot.document.getText().length;
      const told = diagnostics(snapshot, client, { start: end, end });
      const place = told.findIndex(({ code }) => code === "modifier-duplicate");
      assert.ok(place >= 0 && place < 500, `at ${place.toString()} of ${told.length.toString()}`);
      assert.ok(told.length <= 1000);
      assert.equal(new Set(told.map((one) => JSON.stringify(one))).size, told.length);
    }
  }).timeout(10_000);

  it("say of a document that can't be checked what becomes of it, and nothing of its text", () => {
    assert.match(messageOf(notChecked("RangeError", false)), /\(RangeError\); it is tried again/);
    assert.match(messageOf(notChecked("RangeError", true)), /\(RangeError\); it is set aside/);
  });
});

describe("code actions", () => {
  const text = "SUPERBILL #1\nYTD PT/SLP: 2,500.00\nDOS: 2026-03-12\n97161 GP x1 $90.00\n";
  const request: ActionRequest = {
    range: { start, end: { line: 9, character: 0 } },
  };

  it("are plain edits for a client that knows no others, and say in the title what is attested", () => {
    const plain: Client = {
      ...client,
      takesDocumentChanges: false,
      takesAnnotations: false,
      showsDisabledActions: false,
    };
    const snapshot = superbill(text);
    const actions = producersFor(request).flatMap((producer) => [
      ...finish(producer.produce(snapshot, request, plain)),
    ]);
    const attesting = actions.find(({ title }) => title === "Attest: Add KX");
    assert.deepEqual(Object.keys(attesting?.edit?.changes ?? {}), [snapshot.document.uri]);
    assert.equal(attesting?.edit?.changeAnnotations, undefined);
  });

  it("leave out what can't be done, for a client that can't say why", () => {
    const x12 = [
      "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~",
      "GS*HC*A*B*20260401*0930*1*X*005010X222A1~ST*837*0001*005010X222A1~HL*1**20*1~",
      "HL*2*1*22*0~SBR*P*18*******MB~CLM*A1*78***11:B:1~LX*1~SV1*HC:97161*78*UN*1***1~DTP*472*D8*20260312~",
    ].join("");
    const snapshot = open("x12", x12, { settings: defaultSettings, today: "2026-04-01" });
    const everything = { ...request, range: { start, end: { line: 9, character: 0 } } };
    const titles = (shows: boolean): readonly string[] =>
      producersFor(everything)
        .flatMap((producer) => [
          ...finish(producer.produce(snapshot, everything, { ...client, showsDisabledActions: shows })),
        ])
        .map(({ title }) => title);
    assert.ok(titles(true).includes("Silence therapy-modifier-missing on this line"));
    assert.ok(!titles(false).includes("Silence therapy-modifier-missing on this line"));
  });

  it("are quick fixes, unless other kinds are asked for", () => {
    const names = (only?: readonly string[]): readonly string[] =>
      producersFor({ ...request, only }).map((producer) => producer.name);
    assert.deepEqual(names(), ["fixes", "silencing"]);
    assert.deepEqual(names(["quickfix", "source"]), ["fixes", "silencing", "fix all"]);
    assert.deepEqual(names(["sourc"]), []);
  });
});

describe("fixing all", () => {
  it("takes turns where two fixes touch the same text, and gives one edit where lines come or go", () => {
    const header =
      "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~\n" +
      "GS*HC*A*B*20260401*0930*1*X*005010X222A1~\nST*837*0001*005010X222A1~\nSE*9*0001~\nGE*7*1~\nIEA*8*000000001~\n";
    const snapshot = open("x12", header, { settings: defaultSettings, today: "2026-04-01" });
    assert.deepEqual(
      finish(fixAll(snapshot)).map(({ newText }) => newText),
      ["2", "1", "1"],
    );
  });

  it("can be left between any two claims of a large document", () => {
    const count = 2000;
    const snapshot = superbill("SUPERBILL #1\nDOS: 2026-03-12\n97161 x1\n\n".repeat(count));
    const steps = fixAll(snapshot);
    let taken = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) taken++;
    assert.equal(step.value.length, count);
    assert.ok(taken > 3 * count, `${taken.toString()} steps for ${count.toString()} claims`);
  }).timeout(20_000);

  it("touches nothing that needs a decision", () => {
    assert.deepEqual(finish(fixAll(superbill("DOS: 2026-03-12\n97110 x2\n"))), []);
  });
});

describe("the outline and the folds", () => {
  const snapshot = superbill(
    "SUPERBILL #1\nDOS: 2026-03-12\n97110 GP x2\n\nSUPERBILL #2\nDOS: 2026-03-12\n97110 GP x2\n",
  );

  it("are a list, each symbol with the one that holds it, for a client that nests none", () => {
    const symbols = finish(documentSymbols(snapshot, { ...client, nestsSymbols: false })) as SymbolInformation[];
    assert.deepEqual(
      symbols.slice(0, 3).map(({ name, containerName }) => [name, containerName]),
      [
        ["Claim 1", undefined],
        ["2026-03-12", "Claim 1"],
        ["97110 GP", "2026-03-12"],
      ],
    );
  });

  it("are claims without their lines where these are many, and runs of claims where those are many too", () => {
    const claim = "SUPERBILL #1\nDOS: 2026-03-12\n97110 GP x2\n\n";
    const outlineOf = (count: number): DocumentSymbol[] =>
      finish(documentSymbols(superbill(claim.repeat(count)), client)) as DocumentSymbol[];
    const many = outlineOf(2500);
    assert.equal(many.length, 2500);
    assert.deepEqual(many.at(-1), {
      name: "Claim 2500",
      kind: SymbolKind.Module,
      range: { start: { line: 9996, character: 0 }, end: { line: 9998, character: 11 } },
      selectionRange: { start: { line: 9996, character: 0 }, end: { line: 9996, character: 12 } },
    });
    const runs = outlineOf(10_001);
    assert.deepEqual(
      [runs[0], runs[1], runs.at(-1)].map((run) => run?.name),
      ["Claim 1–2", "Claim 3–4", "Claim 10001"],
    );
    assert.equal(runs[1]?.range.start.line, 8);
    assert.equal(runs[1].range.end.line, 14);
  }).timeout(20_000);

  it("are of a remittance what stands together under one name", () => {
    const head =
      "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260401*0930*^*00501*000000001*0*T*:~";
    const payment =
      "ST*835*0001~BPR*I*49.10*C*ACH************20260320~CLP*A*1*120*46.43~CLP*B*1*120*46.43~CLP*C*1*120*46.43~SE*6*0001~";
    const text = `${head}GS*HP*A*B*20260401*0930*1*X*005010X221A1~${payment.repeat(4000)}`;
    const snapshot = open("x12", text, { settings: defaultSettings, today: "2026-04-01" });
    const names = (finish(documentSymbols(snapshot, client)) as DocumentSymbol[]).map(({ name }) => name);
    assert.deepEqual(names.slice(0, 4), ["Payment 1", "Claim 1–2", "Claim 3", "Payment 2"]);
  }).timeout(20_000);

  it("are no more folds than the client takes", () => {
    assert.equal(finish(foldingRanges(snapshot, { ...client, foldLimit: 1 })).length, 1);
  });
});

describe("the status of a document", () => {
  const statusOf = (text: string, settings?: Partial<Settings>): DocumentStatus =>
    finish(documentStatus(superbill(text, settings)));

  it("names the payer, unless the claims name several", () => {
    const claim = (payer: string): string => `SUPERBILL #1\nPayer: ${payer}\nDOS: 2026-03-12\n97110 GP x2\n`;
    assert.equal(statusOf(claim("Medicare")).payer, "Medicare Part B");
    assert.equal(statusOf(claim("Medicare") + claim("Medicare")).payer, "Medicare Part B");
    assert.equal(statusOf(claim("Medicare") + claim("Aetna")).payer, null);
    assert.equal(statusOf("", { payer: "Medicare" }).payer, "Medicare Part B");
    assert.equal(statusOf("", { payer: undefined }).payer, "Unknown payer");
  });

  describe("of a remittance", () => {
    const settings = { ...defaultSettings, payer: undefined };
    const claim = (id: string, line = "HC:97110:GP*78*40"): string =>
      `CLP*A1*1*78*40**MB*1~NM1*QC*1*RIVERA*ANA${id}~SVC*${line}~DTM*472*20260312~AMT*B6*50~`;
    const known = "****MI*1EG4TE5MK73";
    const remittance = (...payments: readonly (readonly [payer: string, claims: string])[]): string =>
      [
        "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260320*0615*^*00501*000000001*0*T*:~",
        "GS*HP*PAYER*CLINIC*20260320*0615*1*X*005010X221A1~",
        ...payments.map(([payer, claims]) => `ST*835*0001~N1*PR*${payer}~N1*PE*CLINIC~LX*1~${claims}SE*9*0001~`),
      ].join("");
    const openedWith = (text: string): Snapshot => open("x12", text, { settings, today: "2026-04-01" });
    const standing = (text: string): DocumentStatus => finish(documentStatus(openedWith(text)));

    it("names the payer that it names, unless it names several", () => {
      assert.equal(standing(remittance(["MEDICARE PART B", claim(known)])).payer, "Medicare Part B");
      const other = remittance(["RIVERBEND MUTUAL", claim(known).replace("*MB*", "**")]);
      assert.equal(standing(other).payer, "RIVERBEND MUTUAL");
      const both = remittance(["MEDICARE PART B", claim(known)], ["AETNA", claim(known).replace("*MB*", "*CI*")]);
      assert.equal(standing(both).payer, null);
    });

    it("names the payer where it decides no line", () => {
      assert.equal(standing(remittance(["RIVERBEND MUTUAL", ""])).payer, "RIVERBEND MUTUAL");
      assert.equal(
        standing(remittance(["MEDICARE PART B", "PLB*1234567893*20261231*WO:A1*40~"])).payer,
        "Medicare Part B",
      );
      const priced = claim(known).replace("CLP*A1*1*", "CLP*A1*25*");
      assert.equal(standing(remittance(["AETNA", priced])).payer, "Aetna (commercial)");
      assert.equal(standing(remittance(["AETNA", ""], ["RIVERBEND MUTUAL", ""])).payer, null);
      // How the lines are filed says more than a name does.
      assert.equal(
        standing(remittance(["NORIDIAN HEALTHCARE", claim(known)], ["SOMEBODY", ""])).payer,
        "Medicare Part B",
      );
    });

    it("shows no words of a name that might be more than one", () => {
      const link = remittance(["[PAYER](command:x)", claim(known).replace("*MB*", "**")]);
      assert.equal(standing(link).payer, "Unknown payer");
    });

    it("counts the lines that count nowhere, since nobody knows whose they are", () => {
      const lines = [claim(known), claim(""), claim("****34*123456789"), claim("", "HC:99213*78*40")].join("");
      assert.equal(standing(remittance(["MEDICARE PART B", lines])).unidentified, 2);
      assert.equal(standing(remittance(["AETNA", lines.replaceAll("*MB*", "*CI*")])).unidentified, 0);
    });

    it("follows every edit", () => {
      const text = remittance(["MEDICARE PART B", claim(known) + claim("")]);
      const opened = openedWith(text);
      assert.equal(opened.standing.unidentified, 1);
      const at = text.lastIndexOf("RIVERA*ANA") + "RIVERA*ANA".length;
      const identified = opened.after(
        opened.document.edited([{ range: opened.document.rangeOf(at, at), text: known }], 2),
      );
      assert.equal(identified.standing.unidentified, 0);
      assert.equal(identified.standing.payer, "Medicare Part B");
      const named = openedWith(remittance(["AETNA", ""]));
      assert.equal(named.standing.payer, "Aetna (commercial)");
      const name = named.document.text.slice(0).indexOf("AETNA");
      const other = named.document.edited([{ range: named.document.rangeOf(name, name + 5), text: "HUMANA" }], 2);
      assert.equal(named.after(other).standing.payer, "Humana (commercial)");
    });
  });

  it("names the payer of an eligibility answer that tells no amount", () => {
    const settings = { ...defaultSettings, payer: undefined };
    const head = [
      "ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *260320*0615*^*00501*000000001*0*T*:~",
      "GS*HB*PAYER*CLINIC*20260320*0615*1*X*005010X279A1~ST*271*0001*005010X279A1~BHT*0022*11*1*20260320*0615~",
    ].join("");
    const standing = (levels: string): DocumentStatus =>
      finish(
        documentStatus(
          open("x12", `${head}${levels}SE*9*0001~GE*1*1~IEA*1*000000001~`, { settings, today: "2026-04-01" }),
        ),
      );
    const source = "HL*1**20*1~NM1*PR*2*CMS*****PI*CMS~";
    assert.equal(standing(`${source}HL*2*1*21*1~NM1*1P*2*CLINIC*****XX*1234567893~`).payer, "CMS");
    assert.equal(standing("HL*1**20*1~NM1*PR*2*RIVERBEND MUTUAL*****PI*X1~").payer, "RIVERBEND MUTUAL");
    assert.equal(standing("").payer, "Unknown payer");
  });

  it("tells whether the used amount is known, where it matters", () => {
    assert.equal(statusOf("DOS: 2026-03-12\n97110 GP x2 $78.00\n").usedAmountKnown, false);
    assert.equal(statusOf("YTD PT/SLP: 100.00\nDOS: 2026-03-12\n97110 GP x2 $78.00\n").usedAmountKnown, true);
    assert.equal(statusOf("").usedAmountKnown, null);
  });

  it("counts the findings", () => {
    assert.equal(statusOf("YTD PT/SLP: 100.00\nDOS: 2026-03-12\n97161 x1 $78.00\n").findings, 1);
  });
});
