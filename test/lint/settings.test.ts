import assert from "node:assert/strict";
import { openSuperbill, told } from "./check-text.ts";

const missing = "DOS: 2026-03-12\n97110 x2\n";

describe("Settings", () => {
  it("name the payer of claims that name none, by id or by name", () => {
    const only = ["therapy-modifier-missing"];
    assert.deepEqual(told(openSuperbill(missing, { payer: "medicare-b", only })), ["2: therapy-modifier-missing"]);
    assert.deepEqual(told(openSuperbill(missing, { payer: "Medicare Part B", only })), ["2: therapy-modifier-missing"]);
    assert.deepEqual(told(openSuperbill(missing, { payer: "Example Mutual", only })), []);
    assert.deepEqual(told(openSuperbill(`Payer: Aetna\n${missing}`, { payer: "medicare-b", only })), []);
  });

  it("change a rule's severity, or turn it off, and a problem of the text's too", () => {
    const only = ["therapy-modifier-missing"];
    const [hint] = openSuperbill(missing, { severities: { "therapy-modifier-missing": "hint" }, only }).findings;
    assert.equal(hint?.severity, "hint");
    assert.deepEqual(told(openSuperbill(missing, { severities: { "therapy-modifier-missing": "off" }, only })), []);
    const invalid = "DOS: 2026-02-30\n97110 GP x2\n";
    assert.deepEqual(
      told(openSuperbill(invalid, { severities: { "date-invalid": "off" }, only: ["date-invalid"] })),
      [],
    );
    const [loud] = openSuperbill(invalid, { severities: { "date-invalid": "information" } }).findings;
    assert.equal(loud?.severity, "information");
  });

  it("give the amount of a year that the table lacks, and take the place of one that it has", () => {
    const only = ["kx-threshold-unknown", "kx-missing-above-threshold"];
    const thresholds = { 2026: { kxThreshold: 100_000 }, 2027: { kxThreshold: 200_000 } };
    const later = "YTD PT: 2,100.00\nDOS: 2027-03-12\n97110 GP x2\n";
    assert.deepEqual(told(openSuperbill(later, { only }, "2027-04-01")), ["2: kx-threshold-unknown"]);
    assert.deepEqual(told(openSuperbill(later, { only, thresholds }, "2027-04-01")), ["3: kx-missing-above-threshold"]);
    const now = "YTD PT: 1,100.00\nDOS: 2026-03-12\n97110 GP x2\n";
    assert.deepEqual(told(openSuperbill(now, { only })), []);
    assert.deepEqual(told(openSuperbill(now, { only, thresholds })), ["3: kx-missing-above-threshold"]);
  });

  it("say nothing about a directive while only some rules run", () => {
    const directive = `# therapy-claims-disable-next-line kx-crossing -- agreed\n${missing}`;
    assert.ok(told(openSuperbill(directive)).includes("1: directive-unused"));
    assert.deepEqual(told(openSuperbill(directive, { only: ["directive-unused"] })), []);
    assert.ok(
      !told(openSuperbill(directive, { severities: { "directive-unused": "off" } })).includes("1: directive-unused"),
    );
  });
});

describe("Regions that are silenced", () => {
  const rows = (...lines: readonly string[]) => ["DOS: 2026-03-12", ...lines, ""].join("\n");
  const only = ["therapy-modifier-missing", "units-invalid"];

  it("end at an enable that names one of their rules, or none at all", () => {
    const begin = "# therapy-claims-disable therapy-modifier-missing -- a trial";
    const named = rows(begin, "97110 x2", "# therapy-claims-enable therapy-modifier-missing", "97110 x2");
    assert.deepEqual(told(openSuperbill(named, { only })), ["5: therapy-modifier-missing"]);
    const other = rows(begin, "97110 x2", "# therapy-claims-enable units-invalid", "97110 x2");
    assert.deepEqual(told(openSuperbill(other, { only })), []);
    const all = rows(begin, "97110 x2", "# therapy-claims-enable", "97110 x2");
    assert.deepEqual(told(openSuperbill(all, { only })), ["5: therapy-modifier-missing"]);
  });

  it("say from where on the threshold is near", () => {
    const only = ["threshold-approaching"];
    const text =
      "YTD PT/SLP: 2,100.00\nDate        Code   Mods  Units  Charge  Allowed\n2026-03-12  97110  GP    2      78.00   58.24\n";
    const findingsWith = (approaching?: { share: number } | { within: number }) =>
      told(openSuperbill(text, approaching === undefined ? { only } : { only, approaching }));
    assert.deepEqual(findingsWith(), []);
    assert.deepEqual(findingsWith({ share: 0.87 }), ["3: threshold-approaching"]);
    assert.deepEqual(findingsWith({ share: 0.88 }), []);
    assert.deepEqual(findingsWith({ within: 321_76 }), ["3: threshold-approaching"]);
    assert.deepEqual(findingsWith({ within: 321_75 }), []);
  });
});
