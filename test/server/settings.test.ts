import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultSettings } from "../../server/src/lint/environment.ts";
import { noFees } from "../../server/src/config/fees/fee-settings.ts";
import { noTables, readSettings } from "../../server/src/config/settings.ts";

describe("the settings as an editor sends them", () => {
  it("are the defaults where nothing is set", () => {
    for (const section of [undefined, null, {}, { payer: "", rules: {}, thresholds: {} }, { payer: null }]) {
      const inlayHints = { usedAmount: true };
      const nothing = { settings: defaultSettings, tables: noTables, fees: noFees, inlayHints, problems: [] };
      assert.deepEqual(readSettings(section), nothing);
    }
  });

  it("are read, with dollars as cents", () => {
    const { settings, problems } = readSettings({
      payer: "medicare-b",
      rules: { "kx-crossing": "off", "modifier-unknown": "error" },
      thresholds: { 2027: { kxThreshold: 2560.1, reviewThreshold: 3000 } },
    });
    assert.deepEqual(problems, []);
    assert.equal(settings.payer, "medicare-b");
    assert.deepEqual(settings.severities, { "kx-crossing": "off", "modifier-unknown": "error" });
    assert.deepEqual(settings.thresholds, { 2027: { kxThreshold: 256_010, reviewThreshold: 300_000 } });
  });

  it("say from where on the threshold is near: a share of it, or dollars, which go first", () => {
    const read = (approaching: unknown) => {
      const { settings, problems } = readSettings({ approaching });
      return [settings.approaching, ...problems];
    };
    const name = "therapyClaims.approaching";
    assert.deepEqual(read({}), [{ share: 0.9 }]);
    assert.deepEqual(read({ share: 0.8 }), [{ share: 0.8 }]);
    assert.deepEqual(read({ share: 0.8, dollars: 150.5 }), [{ within: 150_50 }]);
    for (const share of [0, -1, 80, "0.8", Number.NaN]) {
      assert.deepEqual(read({ share }), [{ share: 0.9 }, `${name}.share must be a number above 0 and up to 1.`]);
    }
    assert.deepEqual(read({ dollars: "150" }), [{ share: 0.9 }, `${name}.dollars must be an amount in dollars.`]);
    assert.deepEqual(read(0.8), [{ share: 0.9 }, `${name} must be an object.`]);
  });

  it("leave hints away, and say where that is asked for in another word", () => {
    assert.deepEqual(readSettings({ inlayHints: { usedAmount: false } }).inlayHints, { usedAmount: false });
    const { inlayHints, problems } = readSettings({ inlayHints: { usedAmount: "no" } });
    assert.deepEqual(inlayHints, { usedAmount: true });
    assert.deepEqual(problems, ["therapyClaims.inlayHints.usedAmount must be true or false."]);
  });

  it("are reported where they are wrong, and the rest holds", () => {
    const { settings, problems } = readSettings({
      payer: "Rivera",
      rules: { "no-such-rule": "off", "kx-crossing": "fatal", "modifier-unknown": "hint" },
      thresholds: { soon: {}, 2027: { kxThreshold: "2,560" }, 2028: 7 },
    });
    assert.deepEqual(problems, [
      "therapyClaims.payer is not the id or the name of a payer that is known.",
      "therapyClaims.rules names a rule that does not exist.",
      "therapyClaims.rules: kx-crossing must be error, warning, information, hint or off.",
      "therapyClaims.thresholds: 2027.kxThreshold must be an amount in dollars.",
      "therapyClaims.thresholds: 2028 must be an object.",
      "therapyClaims.thresholds has a name that is not a year.",
    ]);
    assert.equal(settings.payer, undefined);
    assert.deepEqual(settings.severities, { "modifier-unknown": "hint" });
  });

  it("name one file of fees or several, and what they lack", () => {
    const { fees, problems } = readSettings({
      feeSchedule: "fees.csv",
      feeLocality: "01112 05",
      feeConversionFactor: 33.4009,
      feeAssistantReduction: true,
    });
    assert.deepEqual(problems, []);
    const expected = {
      files: ["fees.csv"],
      locality: "01112 05",
      conversionFactor: 33.4009,
      reducesForAssistants: true,
    };
    assert.deepEqual(fees, expected);
    assert.deepEqual(readSettings({ feeSchedule: ["a.csv", "b.csv"], feeLocality: "" }).fees.files, ["a.csv", "b.csv"]);
    const wrong = readSettings({
      feeSchedule: [3],
      feeLocality: "?",
      feeConversionFactor: "33",
      feeAssistantReduction: "yes",
    });
    assert.deepEqual(wrong.fees, noFees);
    assert.deepEqual(wrong.problems, [
      "therapyClaims.feeSchedule must be a list of paths.",
      'therapyClaims.feeLocality must be a carrier and locality, such as "01112 05", or a locality\'s name.',
      "therapyClaims.feeConversionFactor must be an amount in dollars.",
      "therapyClaims.feeAssistantReduction must be true or false.",
    ]);
  });

  it("may be any value whatever", () => {
    const section = fc.record(
      {
        payer: fc.anything(),
        severities: fc.anything(),
        thresholds: fc.anything(),
        approaching: fc.anything(),
        feeSchedule: fc.anything(),
        feeLocality: fc.anything(),
        feeConversionFactor: fc.anything(),
        feeAssistantReduction: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), section), (value) => {
        assert.ok(Array.isArray(readSettings(value).problems));
      }),
    );
  });
});
