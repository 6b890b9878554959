import assert from "node:assert/strict";
import { modifiers } from "../../server/src/data/modifiers.ts";
import { findProcedure } from "../../server/src/data/procedures.ts";
import { formatOf } from "../../server/src/formats/registry.ts";
import type { Surroundings } from "../../server/src/lint/asked.ts";
import { ClaimContext } from "../../server/src/lint/context.ts";
import { type Environment, defaultSettings } from "../../server/src/lint/environment.ts";
import { openSnapshot } from "../../server/src/lint/open-snapshot.ts";
import type { ServiceLine } from "../../server/src/model/claim.ts";
import type { CalendarDate } from "../../server/src/model/date.ts";
import type { Payer, Procedure } from "../../server/src/model/tables.ts";
import { codeDeleted } from "../../server/src/rules/code-deleted.ts";
import { codeEndingSoon } from "../../server/src/rules/code-ending-soon.ts";
import { codeTooEarly } from "../../server/src/rules/code-too-early.ts";
import { modifierOutOfDate } from "../../server/src/rules/modifier-out-of-date.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { therapyModifierMissing } from "../../server/src/rules/therapy-modifier-missing.ts";
import { therapyModifierWrongDiscipline } from "../../server/src/rules/therapy-modifier-wrong-discipline.ts";
import { Document } from "../../server/src/text/document.ts";
import { assertFollowing } from "./dated-rows.ts";

describe("A row of a table that begins later", () => {
  const newCode = rowLike("97530", {
    code: "97999",
    exists: { from: "2027-01-01", to: null },
    onTherapyList: { from: "2027-01-01", to: null },
    replaces: ["97530"],
  });

  it("lets a new code be too early until its first day, and judges it as therapy from then on", () => {
    assert.deepEqual(find(codeTooEarly, "DOS: 2026-12-31\n97999 GP x1", newCode), [
      "97999 begins on 2027-01-01; 97530 was valid on 2026-12-31",
    ]);
    assert.deepEqual(find(codeTooEarly, "DOS: 2027-01-01\n97999 GP x1", newCode), []);
    assert.deepEqual(find(therapyModifierMissing, "DOS: 2026-12-31\n97999 x1", newCode), []);
    assert.deepEqual(find(therapyModifierMissing, "DOS: 2027-01-01\n97999 x1", newCode), ["97999 needs GN, GO or GP"]);
  });

  it("ties a code to one discipline from that day on", () => {
    const row = rowLike("97542", { locked: { modifier: "GO", from: "2027-01-01" }, usualDisciplines: ["OT"] });
    assert.deepEqual(find(therapyModifierWrongDiscipline, "DOS: 2026-12-31\n97542 GP x1", row), []);
    assert.equal(find(therapyModifierWrongDiscipline, "DOS: 2027-01-01\n97542 GP x1", row).length, 1);
  });

  it("ends a code: a hint in the 90 days before, and a fault on the day after its last", () => {
    const row = rowLike("97542", { exists: { from: null, to: "2026-12-31" }, replacedBy: ["97535"] });
    const claim = "DOS: 2026-09-28\n97542 GO x1";
    assert.deepEqual(find(codeEndingSoon, claim, row, "2026-10-01"), []);
    assert.deepEqual(find(codeEndingSoon, claim, row, "2026-10-02"), ["97542 ends on 2026-12-31; then 97535"]);
    assert.deepEqual(find(codeEndingSoon, claim, row, "2026-12-31"), ["97542 ends on 2026-12-31; then 97535"]);
    assert.deepEqual(find(codeEndingSoon, claim, row, "2027-01-01"), []);
    assert.deepEqual(find(codeEndingSoon, "DOS: 2027-01-01\n97542 GO x1", row, "2026-12-30"), []);
    assert.deepEqual(find(codeDeleted, "DOS: 2026-12-31\n97542 GO x1", row), []);
    assert.deepEqual(find(codeDeleted, "DOS: 2027-01-01\n97542 GO x1", row), [
      "97542 ended on 2026-12-31; 97535 took its place",
    ]);
  });

  it("lets a payer ask for plan modifiers from that day on", () => {
    const source = { title: "The plan's notice", evidence: "verified" } as const;
    const rows: Payer["answers"]["kx"] = [
      { from: null, to: "2026-12-31", answer: "ignored", source },
      { from: "2027-01-01", to: null, answer: "required", source },
    ];
    assertFollowing(rows);
    const plan: Payer = {
      id: "river-plan",
      name: "River Plan",
      aliases: ["river plan"],
      filingIndicators: [],
      answers: { "plan-modifiers": rows, "assistant-modifiers": [], kx: [], abn: [] },
      unitCounting: "unknown",
      note: null,
    };
    const environment = environmentOf("2026-11-01", { only: ["therapy-modifier-missing"] });
    const found = (date: CalendarDate): number =>
      open(`Payer: River Plan\nDOS: ${date}\n97110 x2`, { ...environment, ownPayers: [plan] }).findings.length;
    assert.equal(found("2026-12-31"), 0);
    assert.equal(found("2027-01-01"), 1);
  });

  it("judges KX by the amount of the year of service, once it is known", () => {
    const claim = "YTD PT/SLP: 2,550.00\nDOS: 2027-01-15\n97110 GP x2";
    const only = ["kx-missing-above-threshold"];
    assert.equal(open(claim, environmentOf("2027-02-01", { only })).findings.length, 0);
    const thresholds = { 2027: { kxThreshold: 255_000 } };
    assert.equal(open(claim, environmentOf("2027-02-01", { only, thresholds })).findings.length, 1);
  });
});

describe("modifier-out-of-date", () => {
  it("looks at every modifier of the table that began or ended, but those of assistants", () => {
    const limited = modifiers.filter(({ group, valid }) => group !== "assistant" && (valid.from ?? valid.to) !== null);
    assert.deepEqual(limited.map(({ modifier }) => modifier).sort(), [...modifierOutOfDate.modifiers].sort());
  });
});

/** A row of the table with something of its own. */
function rowLike(code: string, particular: Partial<Procedure>): Procedure {
  const row = findProcedure(code);
  assert.ok(row);
  return { ...row, ...particular };
}

/** What a rule says of the claim's lines where the table has this row. */
function find(rule: Rule, text: string, row: Procedure, today: CalendarDate = "2026-11-01"): readonly string[] {
  const environment = environmentOf(today);
  const messages: string[] = [];
  for (const claim of open(text, environment).claims) {
    const context = new ContextWithRow(row, claim, { environment, formatId: "superbill" }, alone, () => undefined);
    for (const line of claim.serviceLines) {
      if (rule.codes !== undefined && !rule.codes(line.procedure.value, context.procedure(line))) continue;
      rule.checkLine?.(line, context, (_at, message) => messages.push(message));
    }
  }
  return messages;
}

class ContextWithRow extends ClaimContext {
  readonly #row: Procedure;

  constructor(row: Procedure, ...rest: ConstructorParameters<typeof ClaimContext>) {
    super(...rest);
    this.#row = row;
  }

  override procedure(line: ServiceLine): Procedure | undefined {
    return this.procedureOf(line.procedure.value);
  }

  override procedureOf(code: string): Procedure | undefined {
    return code === this.#row.code ? this.#row : super.procedureOf(code);
  }
}

/** A claim without neighbours. */
const alone: Surroundings = {
  usedAmounts: () => [],
  reach: () => ({ certain: 0, hasKx: false }),
  isFirst: () => true,
  othersOn: () => [],
  linesWith: () => [],
  treatmentDays: () => 0,
};

function environmentOf(today: CalendarDate, settings: Partial<Environment["settings"]> = {}): Environment {
  return { settings: { ...defaultSettings, payer: "medicare-b", ...settings }, today };
}

function open(text: string, environment: Environment) {
  const format = formatOf("superbill");
  assert.ok(format);
  return openSnapshot(Document.create("file:///a", "superbill", 0, text), format, environment);
}
