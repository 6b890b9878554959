import assert from "node:assert/strict";
import { findProcedure, procedures } from "../../server/src/data/procedures.ts";
import { disciplineOfPlan } from "../../server/src/model/discipline.ts";
import { type Procedure, holdsAt } from "../../server/src/model/tables.ts";
import { assertFollowing, assertInOrder } from "./dated-rows.ts";

describe("The table of procedures", () => {
  it("has no code twice", () => {
    assert.equal(new Set(procedures.map(({ code }) => code)).size, procedures.length);
  });

  it("has five-character codes with a description and a source", () => {
    for (const { code, description, source } of procedures) {
      assert.match(code, /^(?:\d{5}|\d{4}T|[GS]\d{4})$/);
      assert.notEqual(description, "", code);
      assert.notEqual(source.title, "", code);
    }
  });

  it("describes no two codes alike", () => {
    assert.deepEqual(doubles(procedures.map(({ description }) => description)), []);
  });

  it("has dates in order, and no code on the therapy list when it does not exist", () => {
    for (const { code, exists, onTherapyList } of procedures) {
      assertInOrder(exists, code);
      assertInOrder(onTherapyList, code);
      assert.ok(exists.from === null || (onTherapyList.from !== null && onTherapyList.from >= exists.from), code);
      assert.ok(exists.to === null || (onTherapyList.to !== null && onTherapyList.to <= exists.to), code);
    }
  });

  it("locks a code only to a discipline that usually bills it", () => {
    for (const { code, locked, usualDisciplines } of procedures) {
      if (locked) assert.deepEqual(usualDisciplines, [disciplineOfPlan(locked.modifier)], code);
    }
  });

  it("names who usually bills every therapy code", () => {
    for (const procedure of procedures)
      if (isTherapy(procedure)) assert.ok(procedure.usualDisciplines.length > 0, procedure.code);
  });

  it("knows every code that an add-on adds to, and calls no base an add-on", () => {
    for (const { code, addOnTo } of procedures) {
      for (const base of addOnTo) assert.deepEqual(findProcedure(base)?.addOnTo, [], `${code} adds to ${base}`);
    }
  });

  it("says of every add-on what it adds to", () => {
    for (const { code, description, addOnTo } of procedures) {
      assert.equal(addOnTo.length > 0, description.startsWith("Add-on"), code);
    }
  });

  it("knows every code that replaces or is replaced", () => {
    for (const { code, replaces, replacedBy } of procedures) {
      for (const other of [...replaces, ...replacedBy]) assert.ok(findProcedure(other), `${code} names ${other}`);
    }
  });

  it("has a code begin no later than the day after the one that it replaced", () => {
    for (const { code, exists, replacedBy } of procedures) {
      for (const successor of replacedBy.map(findProcedure)) {
        const starts = successor?.exists.from ?? null;
        const isLate = exists.to !== null && starts !== null && Date.parse(starts) > Date.parse(exists.to) + 86_400_000;
        assert.equal(isLate, false, `${code} and ${successor?.code ?? ""}`);
      }
    }
  });

  it("says replaced on one side where it says replaces on the other", () => {
    for (const { code, replaces } of procedures) {
      for (const former of replaces.map(findProcedure))
        assert.ok(former?.replacedBy.includes(code), `${former?.code ?? ""} and ${code}`);
    }
  });

  it("pools only 15-minute codes of therapy", () => {
    for (const { code, timing, disposition } of procedures) {
      if (timing.kind === "untimed" || !timing.inPool) continue;
      assert.equal(timing.minutes, 15, code);
      assert.match(disposition, /^(?:always|sometimes)$/, code);
    }
  });

  it("applies the payment reduction only to therapy that always is", () => {
    for (const { code, isReduced, disposition } of procedures) if (isReduced) assert.equal(disposition, "always", code);
  });

  it("has meanings that follow one upon another while the code exists", () => {
    for (const { code, meanings, exists } of procedures) {
      if (meanings === undefined) continue;
      assertFollowing(meanings);
      assert.equal(meanings[0]?.from, exists.from, code);
      assert.equal(meanings.at(-1)?.to, exists.to, code);
    }
  });
});

describe("The published facts of procedures", () => {
  it("lock the evaluations to their disciplines, and nothing else", () => {
    const locked = (modifier: string, from: string) =>
      procedures.flatMap(({ code, locked }) => (locked?.modifier === modifier && locked.from === from ? [code] : []));
    assert.deepEqual(locked("GP", "2017-07-03"), ["97161", "97162", "97163", "97164"]);
    assert.deepEqual(locked("GO", "2017-07-03"), ["97165", "97166", "97167", "97168"]);
    assert.deepEqual(locked("GN", "2018-01-01"), ["92521", "92522", "92523", "92524", "92597", "92607"]);
    assert.equal(procedures.filter((procedure) => procedure.locked).length, 14);
  });

  it("keep a code alive that only left the therapy list", () => {
    for (const code of ["96110", "98966", "98967", "98968", "G2010"]) {
      const procedure = findProcedure(code);
      assert.equal(procedure?.exists.to, null, code);
      assert.notEqual(procedure.onTherapyList.to, null, code);
    }
  });

  it("end G2012 with 2024 and the functional codes with 2019", () => {
    assert.equal(findProcedure("G2012")?.exists.to, "2024-12-31");
    const functional = procedures.filter(({ disposition }) => disposition === "functional-reporting");
    assert.equal(functional.length, 42);
    for (const { code, exists, onTherapyList } of functional) {
      assert.equal(exists.to, "2019-12-31", code);
      assert.equal(onTherapyList.to, "2018-12-31", code);
    }
  });

  const ended: readonly (readonly [code: string, last: string, successors: readonly string[]])[] = [
    ["97504", "2005-12-31", ["97760"]],
    ["97520", "2005-12-31", ["97761"]],
    ["97703", "2005-12-31", ["97762"]],
    ["29590", "2012-12-31", []],
    ["92506", "2013-12-31", ["92521", "92522", "92523", "92524"]],
    ["97001", "2016-12-31", ["97161", "97162", "97163"]],
    ["97004", "2016-12-31", ["97168"]],
    ["97005", "2016-12-31", ["97169", "97170", "97171"]],
    ["97006", "2016-12-31", ["97172"]],
    ["97532", "2017-12-31", ["G0515", "97127"]],
    ["97762", "2017-12-31", ["97763"]],
    ["G0515", "2019-12-31", ["97129", "97130"]],
    ["90911", "2019-12-31", ["90912", "90913"]],
  ];
  for (const [code, last, successors] of ended) {
    it(`end ${code} on ${last}`, () => {
      assert.equal(findProcedure(code)?.exists.to, last);
      assert.deepEqual(findProcedure(code)?.replacedBy, successors);
    });
  }

  const began: readonly (readonly [code: string, first: string])[] = [
    ["97161", "2017-01-01"],
    ["97763", "2018-01-01"],
    ["29581", "2010-01-01"],
    ["29584", "2012-01-01"],
    ["97151", "2019-01-01"],
    ["0552T", "2019-07-01"],
    ["20560", "2020-01-01"],
    ["20561", "2020-01-01"],
    ["97129", "2020-01-01"],
    ["98975", "2022-01-01"],
    ["94625", "2022-01-01"],
    ["96202", "2023-01-01"],
    ["0791T", "2023-07-01"],
    ["97550", "2024-01-01"],
    ["98016", "2025-01-01"],
    ["G0539", "2025-01-01"],
    ["98979", "2026-01-01"],
    ["98984", "2026-01-01"],
  ];
  for (const [code, first] of began) {
    it(`begin ${code} on ${first}`, () => {
      assert.equal(findProcedure(code)?.exists.from, first);
    });
  }

  const companions = ["29065", "29125", "29240", "29505", "29530", "29540", "29581", "29584", "29590"];
  it("let casts and strapping carry a plan modifier", () => {
    for (const code of companions) assert.equal(findProcedure(code)?.disposition, "companion", code);
  });

  const notTherapy =
    "94667 94668 94669 94625 94626 97810 97811 97813 97814 98940 98941 98942 98943 96202 96203 G0539 G0540 97151 97158 92626 " +
    "92627 98016 92630 92633 S9128 S9129 S9131 G0151 G0152 G0153 G0157 G0158 G0159 G0160 G0161 G2168 G2169 20560 20561 97545 97546";
  it("know what stands beside therapy without being it", () => {
    for (const code of notTherapy.split(" ")) assert.equal(findProcedure(code)?.disposition, "not-therapy", code);
  });

  it("call invalid at Medicare what other payers take", () => {
    const invalid = procedures.filter(({ medicareStatus }) => medicareStatus === "I").map(({ code }) => code);
    assert.deepEqual(invalid.sort(), ["92630", "92633", "97014", "97127", "S8948", "S9128", "S9129", "S9131"]);
    assert.deepEqual(findProcedure("97014")?.replacedBy, ["G0283"]);
    assert.deepEqual(findProcedure("92633")?.replacedBy, ["92507"]);
  });

  it("know well what is invalid at Medicare: a finding on it is an error", () => {
    for (const { code, medicareStatus, source } of procedures)
      if (medicareStatus === "I") assert.match(source.evidence, /^(?:verified|recalled-high)$/, code);
  });

  it("call non-covered what goes with GY", () => {
    for (const code of ["97037", "97169", "97170", "97171", "97172", "G0282", "G0295"]) {
      assert.equal(findProcedure(code)?.medicareStatus, "N", code);
    }
  });

  it("time the breathing exercises by 15 minutes, outside the pool", () => {
    for (const code of ["G0237", "G0238"]) {
      assert.deepEqual(findProcedure(code)?.timing, { kind: "timed", minutes: 15, inPool: false, basis: null }, code);
    }
    assert.equal(findProcedure("G0239")?.timing.kind, "untimed");
  });

  it("reduce 52 codes", () => {
    assert.equal(procedures.filter(({ isReduced }) => isReduced).length, 52);
  });

  it("count these codes in the pool", () => {
    const pooled = procedures.filter(({ timing }) => timing.kind === "timed" && timing.inPool);
    assert.deepEqual(
      pooled.map(({ code }) => code).sort(),
      (
        "90912 90913 97032 97033 97034 97035 97036 97110 97112 97113 97116 97124 97129 97130 97140 97504 97520 97530 97532 " +
        "97533 97535 97537 97542 97703 97750 97755 97760 97761 97762 97763 G0515"
      ).split(" "),
    );
  });

  it("admit that the orthosis codes of 2005 are recalled, so that no finding on them is an error", () => {
    for (const code of ["97504", "97520", "97703"])
      assert.equal(findProcedure(code)?.source.evidence, "recalled-medium", code);
  });

  it("admit that 0791T, 98978 and 98986 are only inferred", () => {
    for (const code of ["0791T", "98978", "98986"])
      assert.equal(findProcedure(code)?.source.evidence, "recalled-low", code);
  });

  it("give the remote monitoring supplies their meaning by date", () => {
    const meaning = (code: string, date: `${number}-${number}-${number}`) =>
      findProcedure(code)?.meanings?.find((meaning) => holdsAt(meaning, date))?.description;
    assert.match(meaning("98977", "2025-12-31") ?? "", /at least 16 days/);
    assert.match(meaning("98977", "2026-01-01") ?? "", /16 to 30 days/);
    assert.match(meaning("98985", "2026-01-01") ?? "", /2 to 15 days/);
    assert.equal(meaning("98985", "2025-12-31"), undefined);
    assert.match(meaning("98979", "2026-01-01") ?? "", /10 to 19 minutes/);
  });

  it("say nothing of a code that the table does not have", () => {
    assert.equal(findProcedure("99213"), undefined);
    assert.equal(findProcedure("9711O"), undefined);
    assert.equal(findProcedure(""), undefined);
  });
});

function isTherapy({ disposition }: Procedure): boolean {
  return disposition === "always" || disposition === "sometimes" || disposition === "companion";
}

function doubles(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
