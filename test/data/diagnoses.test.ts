import assert from "node:assert/strict";
import { divisions, findDiagnosisFault, headings } from "../../server/src/data/diagnoses.ts";
import { addDays } from "../../server/src/model/date.ts";

const complete = /^[A-Z]\d[0-9A-Z]{1,5}$/;

describe("The table of diagnoses that can't be billed", () => {
  it("divides each code once, on a 30 September, into longer ones of its own", () => {
    assert.equal(new Set(divisions.map(({ code }) => code)).size, divisions.length);
    for (const { code, to, into, source } of divisions) {
      assert.match(to, /-09-30$/, code);
      assert.notEqual(source.title, "", code);
      assert.ok(into.length > 1, code);
      for (const part of into)
        assert.ok(complete.test(part) && part.startsWith(code) && part.length > code.length, part);
    }
  });

  it("knows a divided code until that day, and its parts from the next", () => {
    for (const { code, to, into } of divisions) {
      if (to < "2015-10-01") continue;
      assert.equal(findDiagnosisFault(code, to), undefined, code);
      assert.deepEqual(findDiagnosisFault(code, addDays(to, 1))?.choices, into, code);
      for (const part of into) {
        assert.equal(findDiagnosisFault(part, to)?.limit, addDays(to, 1), part);
        assert.equal(findDiagnosisFault(part, addDays(to, 1)), undefined, part);
      }
    }
  });

  it("names below a heading only complete codes of its own, none of them a heading", () => {
    for (const [code, below] of headings) {
      assert.match(code, complete);
      for (const one of below) {
        assert.ok(complete.test(one) && one.startsWith(code) && one.length > code.length, one);
        assert.ok(!headings.has(one), one);
        assert.equal(findDiagnosisFault(one, "2026-03-02"), undefined, one);
      }
    }
  });

  it("says nothing before ICD-10-CM", () => {
    for (const code of ["R26", "M545", "S83511"]) assert.equal(findDiagnosisFault(code, "2015-09-30"), undefined, code);
    assert.equal(findDiagnosisFault("R26", "2015-10-01")?.reason, "incomplete");
  });
});

describe("The seventh character", () => {
  const reasonOf = (code: string): string | undefined => findDiagnosisFault(code, "2026-03-02")?.reason;

  it("is missing from injuries, burns, poisonings, complications and pathological fractures", () => {
    const codes = ["S83", "S83511", "T1500", "T2000X", "T3600", "T40", "T59", "T6000", "T71", "T7840", "T8454", "T888"];
    for (const code of [...codes, "M80051", "M8436"]) assert.equal(reasonOf(code), "without-seventh-character", code);
  });

  it("is not missed where it stands, nor where there is none", () => {
    const codes = [
      "S83511D",
      "T8454XA",
      "M80051S",
      "T07",
      "T12",
      "T148",
      "T301",
      "T3110",
      "T3200",
      "T8611",
      "T8743",
      "T90",
    ];
    for (const code of [...codes, "M8480", "M1711", "SX3", "T", "S", ""]) assert.equal(reasonOf(code), undefined, code);
  });

  it("is offered behind six characters only, since which one is missing before is not known", () => {
    assert.deepEqual(findDiagnosisFault("S83511", "2026-03-02")?.choices, ["S83511D", "S83511A", "S83511S"]);
    assert.deepEqual(findDiagnosisFault("S9340", "2026-03-02")?.choices, []);
  });
});
