import { addDays } from "../../../server/src/model/date.ts";
import { type Fault, fault, isEvaluation, isMedicare } from "./planting.ts";

export const planFaults: readonly Fault[] = [
  fault("cert-overdue", "a plan certified more than ninety days ago", {
    needs: ["plan"],
    plant: (visit) =>
      isMedicare(visit) && !visit.lines.some(isEvaluation)
        ? {
            ...visit,
            plan: { from: addDays(visit.date, -120), to: addDays(visit.date, 10) },
            certified: addDays(visit.date, -110),
          }
        : undefined,
    also: ["service-outside-plan"],
  }),
  fault("plan-above-threshold", "KX on a signature of more than ninety days ago", {
    needs: ["plan", "used"],
    plant: (visit) =>
      isMedicare(visit) &&
      !visit.lines.some(isEvaluation) &&
      visit.lines.some(({ modifiers }) => modifiers.includes("KX"))
        ? { ...visit, isPlanUnsaid: true, certified: addDays(visit.date, -110) }
        : undefined,
  }),
  fault("service-outside-plan", "a visit before the plan", {
    needs: ["plan"],
    plant: (visit) =>
      isMedicare(visit)
        ? {
            ...visit,
            plan: { from: addDays(visit.date, 10), to: addDays(visit.date, 60) },
            certified: addDays(visit.date, 12),
          }
        : undefined,
  }),
];
