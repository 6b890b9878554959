import assert from "node:assert/strict";
import { builtInLimits, builtInPairs, indexPairs, pairKey, pairsWith } from "../../server/src/data/edits.ts";
import { findProcedure } from "../../server/src/data/procedures.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import { type CodePair, type EditSetting, type PairIndex, holdsAt } from "../../server/src/model/tables.ts";

const settings: readonly EditSetting[] = ["practitioner", "outpatient-hospital"];
const { practitioner, "outpatient-hospital": hospital } = builtInPairs.edits;

function allPairs(index: PairIndex): readonly CodePair[] {
  return [...index.values()].flat();
}

/** `97140/97124 0` for each pair of the two codes that is in force. */
function inForce(index: PairIndex, code: string, other: string, date: CalendarDate): readonly string[] {
  return (index.get(pairKey(code, other)) ?? [])
    .filter((pair) => pair.inForce !== null && holdsAt(pair.inForce, date))
    .map(({ column1, column2, indicator }) => `${column1}/${column2} ${String(indicator)}`);
}

describe("The table of pairs", () => {
  it("holds the pairs of its quarter, 525 of practitioners and 505 of hospitals", () => {
    const active = (index: PairIndex): number => allPairs(index).filter(({ deletedOn }) => deletedOn === null).length;
    assert.equal(active(practitioner), 525);
    assert.equal(active(hospital), 505);
  });

  it("is in force from its snapshot on", () => {
    for (const setting of settings) {
      for (const { deletedOn, inForce } of allPairs(builtInPairs.edits[setting])) {
        if (deletedOn === null) assert.deepEqual(inForce, { from: builtInPairs.snapshot, to: null });
      }
    }
  });

  it("has no pair twice in one quarter, none of a code with itself, and none in both orders", () => {
    for (const setting of settings) {
      const active = allPairs(builtInPairs.edits[setting]).filter(({ deletedOn }) => deletedOn === null);
      assert.equal(new Set(active.map(({ column1, column2 }) => pairKey(column1, column2))).size, active.length);
      for (const { column1, column2 } of active) assert.notEqual(column1, column2);
    }
  });

  it("has codes of five characters and a known indicator in every row", () => {
    for (const { column1, column2, indicator } of settings.flatMap((one) => allPairs(builtInPairs.edits[one]))) {
      assert.match(`${column1} ${column2}`, /^[0-9A-Z]\d{3}[0-9A-Z] [0-9A-Z]\d{3}[0-9A-Z]$/);
      assert.ok(indicator === 0 || indicator === 1, `${column1} ${column2}`);
    }
  });

  const both: readonly (readonly [column1: string, column2: string, indicator: 0 | 1])[] = [
    ["97150", "97110", 1],
    ["97150", "97530", 1],
    ["97150", "97763", 1],
    ["97530", "97537", 1],
    ["97530", "97750", 1],
    ["97530", "95851", 0],
    ["97140", "97750", 1],
    ["97140", "97124", 0],
    ["97012", "97140", 1],
    ["97112", "97036", 1],
    ["97113", "97110", 1],
    ["97113", "97036", 0],
    ["97760", "97110", 1],
    ["97763", "97140", 1],
    ["97761", "97763", 0],
    ["G0283", "97032", 1],
    ["92507", "97530", 1],
    ["92508", "92507", 1],
    ["92523", "92522", 0],
    ["92521", "96125", 1],
    ["95992", "97140", 1],
    ["97163", "97161", 0],
    ["97161", "97164", 0],
    ["97167", "97168", 0],
    ["97035", "97164", 1],
    ["97605", "97164", 1],
    ["97161", "99213", 1],
    ["98941", "97140", 1],
    ["98940", "97165", 0],
  ];
  for (const [column1, column2, indicator] of both) {
    it(`pairs ${column1} with ${column2} in both settings`, () => {
      for (const setting of settings) {
        const found = inForce(builtInPairs.edits[setting], column2, column1, "2024-07-01");
        assert.deepEqual(found, [`${column1}/${column2} ${String(indicator)}`], setting);
      }
    });
  }

  it("lets a modifier open in hospitals what it does not in offices", () => {
    const differing = [
      ["92526", "97032"],
      ["92526", "G0283"],
      ["97161", "97750"],
      ["97168", "97763"],
      ["98978", "98976"],
    ] as const;
    for (const [column1, column2] of differing) {
      assert.deepEqual(inForce(practitioner, column1, column2, "2026-01-01"), [`${column1}/${column2} 0`]);
      assert.deepEqual(inForce(hospital, column1, column2, "2026-01-01"), [`${column1}/${column2} 1`]);
    }
  });

  const folklore: readonly (readonly [string, string])[] = [
    ["97140", "97530"],
    ["97530", "97116"],
    ["97530", "97535"],
    ["97530", "97533"],
    ["97110", "97140"],
    ["97110", "97112"],
    ["97110", "97530"],
    ["97140", "97161"],
    ["97140", "97162"],
    ["97140", "97163"],
    ["97530", "97161"],
    ["97530", "97164"],
    ["97150", "97161"],
    ["97150", "97164"],
    ["97161", "97165"],
    ["97602", "97168"],
    ["97610", "97164"],
    ["97610", "97168"],
  ];
  for (const [code, other] of folklore) {
    it(`does not pair ${code} with ${other}, whatever is said`, () => {
      for (const setting of settings)
        assert.deepEqual(inForce(builtInPairs.edits[setting], code, other, "2024-07-01"), []);
    });
  }

  it("pairs 97530 with 97140 and with 97116 until the end of 2019, and since then no more", () => {
    for (const setting of settings) {
      const index = builtInPairs.edits[setting];
      assert.deepEqual(inForce(index, "97530", "97140", "2019-12-31"), ["97140/97530 1"]);
      assert.deepEqual(inForce(index, "97530", "97116", "2019-12-31"), ["97530/97116 1"]);
      assert.deepEqual(inForce(index, "97530", "97140", "2020-01-01"), []);
      assert.deepEqual(inForce(index, "97530", "97116", "2020-01-01"), []);
    }
  });

  const deleted: readonly (readonly [string, string, CalendarDate])[] = [
    ["97530", "97535", "2021-12-31"],
    ["97530", "97533", "2021-12-31"],
    ["97530", "97113", "2019-12-31"],
    ["97161", "97165", "2017-06-30"],
    ["92507", "97532", "2017-12-31"],
    ["97110", "97750", "2003-09-30"],
  ];
  for (const [column1, column2, end] of deleted) {
    it(`knows that ${column1} with ${column2} ended on ${end}, and not when it held`, () => {
      for (const setting of settings) {
        const pairs = builtInPairs.edits[setting].get(pairKey(column2, column1)) ?? [];
        const { inForce: interval } = pairs.find(({ deletedOn }) => deletedOn === end) ?? {};
        assert.equal(interval, null, setting);
      }
    });
  }

  it("keeps beside a deleted pair the one that came in its place", () => {
    const pairs = practitioner.get(pairKey("97161", "97164")) ?? [];
    assert.deepEqual(pairs.map(({ deletedOn }) => deletedOn).sort(), ["2019-12-31", null]);
  });

  it("lists all pairs of a code, by either column", () => {
    const partners = pairsWith("97124", practitioner)
      .filter(({ deletedOn }) => deletedOn === null)
      .map(({ column1, column2 }) => `${column1}/${column2}`);
    const lists = "97124/97164 97124/97168 97140/97124 97150/97124 97760/97124 97761/97124 97763/97124";
    assert.deepEqual(partners.sort(), `${lists} 98940/97124 98941/97124 98942/97124`.split(" "));
    assert.deepEqual(pairsWith("00000", practitioner), []);
  });

  it("finds a pair in either order, and several of the same codes together", () => {
    const pair = { column1: "B", column2: "A", indicator: 1, inForce: null, deletedOn: null } as const;
    const later = { ...pair, indicator: 0 } as const;
    const index = indexPairs([pair, later]);
    assert.deepEqual(index.get(pairKey("A", "B")), [pair, later]);
    assert.equal(pairKey("A", "B"), pairKey("B", "A"));
  });
});

describe("The table of unit limits", () => {
  const limits = builtInLimits.edits;
  const shown = (code: string): string => settings.map((setting) => limits[setting].get(code)?.units).join("/");

  const published: Readonly<Record<string, string>> = {
    "97110": "6/8",
    "97112": "4/6",
    "97116": "4/4",
    "97113": "6/6",
    "97124": "4/4",
    "97140": "6/6",
    "97530": "6/6",
    "97533": "4/4",
    "97535": "8/8",
    "97537": "6/8",
    "97542": "8/8",
    "97750": "8/8",
    "97755": "8/8",
    "97760": "6/6",
    "97763": "6/6",
    "97032": "4/4",
    "97033": "4/4",
    "97034": "2/2",
    "97035": "2/2",
    "97036": "3/3",
    "97150": "1/2",
    "97012": "1/1",
    "97010": "0/1",
    "97129": "1/1",
    "97130": "7/7",
    "97161": "1/1",
    "92507": "1/1",
    "92526": "1/1",
    "92608": "4/4",
    "96105": "3/3",
    "96125": "2/2",
    "97597": "1/1",
    "97598": "8/8",
    "97602": "0/1",
    "97550": "1/1",
    "97551": "2/2",
    "98981": "3/3",
  };
  for (const [code, units] of Object.entries(published)) {
    it(`lets ${units} units of ${code} through, office and hospital`, () => {
      assert.equal(shown(code), units);
    });
  }

  it("is absolute for evaluations, and may be overturned for treatment", () => {
    for (const code of ["97161", "97164", "97168", "92523", "97129"])
      assert.equal(limits.practitioner.get(code)?.indicator, 2, code);
    for (const code of ["97110", "97530", "92507"]) assert.equal(limits.practitioner.get(code)?.indicator, 3, code);
  });

  it("limits only codes that the table of procedures knows", () => {
    for (const setting of settings) {
      for (const code of limits[setting].keys()) assert.ok(findProcedure(code), code);
    }
  });

  it("has no limit for a code that it does not hold", () => {
    assert.equal(limits.practitioner.get("99213"), undefined);
  });
});
