import { addDays } from "../../../server/src/model/date.ts";
import { type Fault, fault, isMedicare, isTreatment, isUntimed, onLine, planOf, therapistOf } from "./planting.ts";

export const unitsFaults: readonly Fault[] = [
  fault("units-exceed-minutes", "two units more than the minutes allow", {
    needs: ["minutes"],
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => line.minutes !== undefined,
            (line) => ({ units: line.units + 2 }),
          )
        : undefined,
    also: ["assistant-units-split", "mue-exceeded"],
  }),
  fault("units-below-minutes", "a unit fewer than the minutes allow", {
    needs: ["minutes"],
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => line.minutes !== undefined && line.units > 1,
            (line) => ({ units: line.units - 1 }),
          )
        : undefined,
    also: ["assistant-units-split"],
  }),
  fault("timed-code-under-8", "seven minutes in all", {
    needs: ["minutes"],
    plant: (visit) => {
      const line = visit.lines.find(
        (one) => one.minutes !== undefined && !one.modifiers.some((modifier) => modifier === "CQ" || modifier === "CO"),
      );
      if (line === undefined || !isMedicare(visit)) return undefined;
      return { ...visit, lines: [{ ...line, units: 1, minutes: { therapist: 7, assistant: 0 } }] };
    },
  }),
  fault("untimed-units", "three units of an untimed code", {
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => isUntimed(line) && isTreatment(line),
            () => ({ units: 3 }),
          )
        : undefined,
    also: ["mue-exceeded"],
  }),
  fault("units-not-whole", "one and a half units", {
    plant: (visit) =>
      onLine(
        visit,
        () => true,
        () => ({ units: 1.5 }),
      ),
    also: ["units-exceed-minutes", "units-below-minutes", "units-wrong-code"],
  }),
  fault("units-invalid", "no units", {
    plant: (visit) =>
      onLine(
        visit,
        () => true,
        () => ({ units: 0 }),
      ),
    also: ["units-below-minutes", "units-wrong-code"],
  }),
  fault("mue-exceeded", "eleven units of one code", {
    plant: (visit) =>
      isMedicare(visit) && visit.date >= "2024-07-01"
        ? onLine(
            visit,
            ({ code }) => code === "97110" || code === "97112",
            () => ({
              units: 11,
              minutes: { therapist: 166, assistant: 0 },
              modifiers: [planOf(visit)],
              clinician: therapistOf(visit),
            }),
          )
        : undefined,
    also: ["kx-missing-above-threshold", "kx-mixed", "kx-crossing"],
  }),
  fault("line-date-span", "a line over three days", {
    needs: ["office", "through"],
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => line.minutes !== undefined,
            ({ date }) => ({ through: addDays(date, 2) }),
          )
        : undefined,
  }),
];
