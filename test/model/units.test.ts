import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type TimedService,
  allot,
  arithmeticOf,
  boundsOf,
  hasAddOn,
  isRightAllocation,
  rightAllocations,
  serviceOf,
  sumInWords,
  unitsInWords,
  unitsOf,
} from "../../server/src/model/units.ts";

type Units = Readonly<Record<string, number>>;

interface Case {
  readonly name: string;
  readonly minutes: Units;
  readonly units: number;
  readonly acceptable: readonly Units[];
  /** Each code by itself, as the AMA counts. */
  readonly midpoint: Units;
}

/** Of one service: so many minutes, so many units, either way. */
function alone(minutes: number, units: number): Case {
  const own: Units = units === 0 ? {} : { "97110": units };
  return {
    name: `one service of ${String(minutes)}`,
    minutes: { "97110": minutes },
    units,
    acceptable: [own],
    midpoint: own,
  };
}

const cases: readonly Case[] = [
  {
    name: "the manual's 24 and 23",
    minutes: { "97112": 24, "97110": 23 },
    units: 3,
    acceptable: [{ "97112": 2, "97110": 1 }],
    midpoint: { "97112": 2, "97110": 2 },
  },
  {
    name: "the manual's 20 and 20, never three of one",
    minutes: { "97112": 20, "97110": 20 },
    units: 3,
    acceptable: [
      { "97112": 2, "97110": 1 },
      { "97112": 1, "97110": 2 },
    ],
    midpoint: { "97112": 1, "97110": 1 },
  },
  {
    name: "the manual's 33 and 7",
    minutes: { "97110": 33, "97140": 7 },
    units: 3,
    acceptable: [{ "97110": 2, "97140": 1 }],
    midpoint: { "97110": 2 },
  },
  {
    name: "the manual's 18, 13, 10 and 8, recalled",
    minutes: { "97110": 18, "97140": 13, "97116": 10, "97035": 8 },
    units: 3,
    acceptable: [{ "97110": 1, "97140": 1, "97116": 1 }],
    midpoint: { "97110": 1, "97140": 1, "97116": 1, "97035": 1 },
  },
  {
    name: "the manual's 7, 7 and 7, recalled",
    minutes: { "97112": 7, "97110": 7, "97140": 7 },
    units: 1,
    acceptable: [{ "97112": 1 }, { "97110": 1 }, { "97140": 1 }],
    midpoint: {},
  },
  alone(7, 0),
  alone(8, 1),
  alone(22, 1),
  alone(23, 2),
  alone(37, 2),
  alone(38, 3),
  alone(52, 3),
  alone(53, 4),
  alone(67, 4),
  alone(68, 5),
  alone(82, 5),
  alone(83, 6),
  alone(97, 6),
  alone(98, 7),
  alone(112, 7),
  alone(113, 8),
  alone(127, 8),
  alone(128, 9),
  {
    name: "two of 8",
    minutes: { "97110": 8, "97140": 8 },
    units: 1,
    acceptable: [{ "97110": 1 }, { "97140": 1 }],
    midpoint: { "97110": 1, "97140": 1 },
  },
  {
    name: "two of 7",
    minutes: { "97110": 7, "97140": 7 },
    units: 1,
    acceptable: [{ "97110": 1 }, { "97140": 1 }],
    midpoint: {},
  },
  { name: "5 and 2", minutes: { "97110": 5, "97140": 2 }, units: 0, acceptable: [{}], midpoint: {} },
  {
    name: "5 and 3: one unit, to the longer",
    minutes: { "97110": 5, "97140": 3 },
    units: 1,
    acceptable: [{ "97110": 1 }],
    midpoint: {},
  },
  {
    name: "three of 16",
    minutes: { "97110": 16, "97112": 16, "97140": 16 },
    units: 3,
    acceptable: [{ "97110": 1, "97112": 1, "97140": 1 }],
    midpoint: { "97110": 1, "97112": 1, "97140": 1 },
  },
  {
    name: "30 and 22",
    minutes: { "97110": 30, "97530": 22 },
    units: 3,
    acceptable: [{ "97110": 2, "97530": 1 }],
    midpoint: { "97110": 2, "97530": 1 },
  },
  { name: "no service", minutes: {}, units: 0, acceptable: [{}], midpoint: {} },
];

describe("Units from minutes", () => {
  for (const { name, minutes, units, acceptable, midpoint } of cases) {
    const services = Object.entries(minutes).map(([code, value]): TimedService => ({ code, minutes: value }));

    it(`pools ${name}`, () => {
      assert.equal(allot(services).units, units);
      assert.deepEqual(shown([...rightAllocations(services)].map(written)), shown(acceptable));
      for (const right of acceptable) assert.ok(isRightAllocation(services, new Map(Object.entries(right))));
    });

    it(`counts each by itself: ${name}`, () => {
      const counted = services.map(({ code, minutes: own }): [string, number] => [code, unitsOf(own)]);
      assert.deepEqual(written(new Map(counted)), midpoint);
    });
  }

  it("accepts neither units moved, nor one less, nor a service that gave no minutes", () => {
    const services = [
      { code: "97112", minutes: 24 },
      { code: "97110", minutes: 23 },
    ];
    assert.ok(!isRightAllocation(services, new Map(Object.entries({ "97112": 1, "97110": 2 }))));
    assert.ok(!isRightAllocation(services, new Map(Object.entries({ "97112": 1, "97110": 1 }))));
    assert.ok(!isRightAllocation(services, new Map(Object.entries({ "97112": 2, "97110": 1, "97140": 1 }))));
    assert.ok(isRightAllocation(services, new Map(Object.entries({ "97112": 2, "97110": 1, "97140": 0 }))));
  });

  it("leaves the choice between equal ones open, and no other", () => {
    const allotment = allot([
      { code: "97110", minutes: 20 },
      { code: "97112", minutes: 20 },
      { code: "97140", minutes: 15 },
    ]);
    assert.equal(allotment.open, 1);
    assert.deepEqual(allotment.tied, ["97110", "97112"]);
    assert.deepEqual(boundsOf("97110", allotment), { least: 1, most: 2 });
    assert.deepEqual(boundsOf("97140", allotment), { least: 1, most: 1 });
    assert.deepEqual(boundsOf("97530", allotment), { least: 0, most: 0 });
  });

  it("counts an add-on under its base", () => {
    assert.deepEqual(["97130", "97129", "90913", "97110"].map(serviceOf), ["97129", "97129", "90912", "97110"]);
    assert.deepEqual(["97130", "97129", "90912", "97110"].map(hasAddOn), [false, true, true, false]);
  });

  it("is told as people reckon it", () => {
    const services = [
      { code: "97112", minutes: 24 },
      { code: "97110", minutes: 23 },
    ];
    assert.equal(arithmeticOf(services), "24 + 23 = 47 minutes → 3 units");
    assert.equal(arithmeticOf(services.slice(0, 1)), "24 minutes → 2 units");
    assert.equal(arithmeticOf([{ code: "97110", minutes: 1 }]), "1 minute → 0 units");
    assert.equal(sumInWords([]), "0 minutes");
    assert.equal(unitsInWords(1), "1 unit");
  });
});

/** The cases above as they were collected, where that collection lies beside the repository. */
const collection = resolve(import.meta.dirname, "../../../shared/domain/timed-units.json");

describe("Collected cases of the 8-minute rule", () => {
  if (!existsSync(collection)) {
    it("are not here; the cases above carry them over");
    return;
  }
  for (const { id, minutes, units, acceptable, ama } of readCollection()) {
    it(id, () => {
      const services = Object.entries(minutes).map(([code, value]): TimedService => ({ code, minutes: value }));
      assert.equal(allot(services).units, units);
      assert.deepEqual(shown([...rightAllocations(services)].map(written)), shown(acceptable));
      const counted = services.map(({ code, minutes: own }): [string, number] => [code, unitsOf(own)]);
      assert.deepEqual(written(new Map(counted)), ama);
    });
  }
});

interface CollectedCase {
  readonly id: string;
  readonly minutes: Units;
  readonly units: number;
  readonly acceptable: readonly Units[];
  readonly ama: Units;
}

function readCollection(): readonly CollectedCase[] {
  const read = JSON.parse(readFileSync(collection, "utf8")) as { readonly eightMinute: readonly CollectedCase[] };
  return read.eightMinute;
}

function written(allocation: ReadonlyMap<string, number>): Units {
  return Object.fromEntries([...allocation].filter(([, units]) => units > 0));
}

/** In one order, whatever order they were found in. */
function shown(allocations: readonly Units[]): readonly string[] {
  return allocations
    .map((units) => Object.entries(units).map(([code, count]) => `${code}x${String(count)}`))
    .map((codes) => codes.sort().join(" "))
    .sort();
}
