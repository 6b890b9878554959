import { addDays } from "../../../server/src/model/date.ts";
import { institutional } from "../clean-visits.ts";
import { withLine } from "../visit.ts";
import { type Fault, fault, institution, isMedicare } from "./planting.ts";

export const institutionFaults: readonly Fault[] = [
  fault("revenue-mismatch", "another discipline's revenue code", {
    needs: [...institution, "through"],
    plant: (visit) => {
      if (!isMedicare(visit)) return undefined;
      const whole = institutional(visit);
      return withLine(whole, 0, { revenueCode: visit.discipline === "PT" ? "0430" : "0420" });
    },
  }),
  fault("statement-period", "a line outside the statement", {
    needs: institution,
    plant: (visit) =>
      isMedicare(visit)
        ? institutional(visit, { statement: { from: addDays(visit.date, 1), to: addDays(visit.date, 9) } })
        : undefined,
  }),
  fault("institutional-scope", "therapy on an inpatient's nursing claim", {
    needs: institution,
    plant: (visit) => (isMedicare(visit) ? institutional(visit, { typeOfBill: "831" }) : undefined),
  }),
  fault("occurrence-missing", "no start of treatment", {
    needs: institution,
    plant: (visit) =>
      isMedicare(visit) ? institutional(visit, { occurrences: [["11", addDays(visit.date, -40)]] }) : undefined,
  }),
];
