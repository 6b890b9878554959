import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type TimedService,
  allot,
  boundsOf,
  isRightAllocation,
  rightAllocations,
  unitsOf,
} from "../../server/src/model/units.ts";

/** As the manual's table reads: 8 minutes for the first unit, and 15 more for each further one. */
function unitsByTable(total: number): number {
  let units = 0;
  for (let lower = 8; total >= lower; lower += 15) units++;
  return units;
}

/** Every way to give so many units to so many services. */
function waysToGive(units: number, services: number): readonly (readonly number[])[] {
  if (services === 0) return units === 0 ? [[]] : [];
  const ways: (readonly number[])[] = [];
  for (let first = 0; first <= units; first++) {
    for (const rest of waysToGive(units - first, services - 1)) ways.push([first, ...rest]);
  }
  return ways;
}

const known = new Map<string, readonly (readonly number[])[]>();

function ways(units: number, services: number): readonly (readonly number[])[] {
  const key = `${String(units)} ${String(services)}`;
  const found = known.get(key) ?? waysToGive(units, services);
  known.set(key, found);
  return found;
}

/** Word for word: a unit at least for each 15 minutes, no second extra one, and no extra one past a service with more time left. */
function isRightByManual(minutes: readonly number[], units: readonly number[]): boolean {
  const over = minutes.map((own, index) => own - 15 * (units[index] ?? 0));
  return over.every((left, index) => {
    if (left >= 15 || left <= -15) return false;
    const hasExtra = left < 0;
    if (!hasExtra) return true;
    const rest = left + 15;
    return over.every((others, other) => other === index || others < 0 || others <= rest);
  });
}

const visit = fc.array(fc.oneof(fc.integer({ min: 0, max: 45 }), fc.constantFrom(5, 7, 8, 15, 20, 23, 30)), {
  maxLength: 4,
});

function servicesWith(minutes: readonly number[]): readonly TimedService[] {
  return minutes.map((own, index) => ({ code: String(97110 + index), minutes: own }));
}

describe("Units from minutes, against a count by hand", () => {
  it("allows as many units as the table, and finds every right allocation and no other", function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(visit, (minutes) => {
        const services = servicesWith(minutes);
        const units = unitsByTable(minutes.reduce((sum, own) => sum + own, 0));
        assert.equal(allot(services).units, units);
        const right = ways(units, minutes.length).filter((way) => isRightByManual(minutes, way));
        const found = [...rightAllocations(services)].map((allocation) => [...allocation.values()]);
        assert.deepEqual(found.map(String).sort(), right.map(String).sort());
      }),
      { numRuns: 100_000 },
    );
  });

  it("says of any billed units whether they are right", () => {
    const billed = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(visit, billed, (minutes, units) => {
        const services = servicesWith(minutes);
        const own = units.slice(0, minutes.length);
        const sum = own.reduce((total, one) => total + one, 0);
        const isRight =
          sum === unitsByTable(minutes.reduce((total, one) => total + one, 0)) && isRightByManual(minutes, own);
        const allocation = new Map(services.map(({ code }, index): [string, number] => [code, own[index] ?? 0]));
        assert.equal(isRightAllocation(services, allocation), isRight);
      }),
      { numRuns: 20_000 },
    );
  });

  it("bounds each service by what right allocations give it", () => {
    fc.assert(
      fc.property(visit, (minutes) => {
        const services = servicesWith(minutes);
        const allotment = allot(services);
        const all = [...rightAllocations(services)];
        for (const { code } of services) {
          const given = all.map((allocation) => allocation.get(code) ?? 0);
          assert.deepEqual(boundsOf(code, allotment), { least: Math.min(...given), most: Math.max(...given) });
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("never gives a service alone less than in company it is sure of, nor fewer units for more minutes", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (fewer, more) => {
        assert.ok(unitsOf(fewer) <= unitsOf(fewer + more));
        assert.equal(unitsOf(fewer + 15 * more), unitsByTable(fewer + 15 * more));
      }),
    );
  });
});
