import assert from "node:assert/strict";
import { type Circumstance, circumstances, cleanVisit } from "./clean-visits.ts";
import { check, open } from "./checked-visit.ts";
import { forms } from "./written-visits.ts";

describe("A visit that is billed rightly, for each payer, discipline and year, with and without an assistant", () => {
  for (const form of forms) {
    it(`gives no finding above information, written as ${form.name}`, () => {
      for (const [index, circumstance] of circumstances().entries()) {
        const visit = cleanVisit(circumstance, index);
        const loud = check(visit, form).filter(({ severity }) => severity === "error" || severity === "warning");
        const shown = loud.map(({ rule, message }) => `${rule}: ${message}`);
        assert.deepEqual(shown, [], `${describeCircumstance(circumstance)}\n${form.write(visit)}`);
      }
    });

    it(`is read whole, written as ${form.name}`, () => {
      for (const [index, circumstance] of circumstances().slice(0, 200).entries()) {
        const visit = cleanVisit(circumstance, index);
        const [claim, ...others] = open(visit, form).claims;
        assert.equal(others.length, 0, form.write(visit));
        const read = claim?.serviceLines.map((line) => [
          line.procedure.value,
          line.modifiers.map((modifier) => modifier.value).join(" "),
          line.units?.value,
          line.dateOfService?.value,
        ]);
        const written = visit.lines.map((line) => [line.code, line.modifiers.join(" "), line.units, line.date]);
        assert.deepEqual(read, written, form.write(visit));
      }
    });
  }
});

function describeCircumstance({ payer, discipline, year, hasAssistant, isAbove }: Circumstance): string {
  return `${payer.id}, ${discipline}, ${String(year)}${hasAssistant ? ", assistant" : ""}${isAbove ? ", above" : ""}`;
}
