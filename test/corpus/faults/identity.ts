import { addDays } from "../../../server/src/model/date.ts";
import { type Fault, fault, isMedicare, onLine } from "./planting.ts";

export const identityFaults: readonly Fault[] = [
  fault("npi-invalid", "a wrong last digit", { plant: (visit) => ({ ...visit, billingNpi: "1234567890" }) }),
  fault("npi-invalid", "two digits turned", { plant: (visit) => ({ ...visit, referringNpi: "1254319599" }) }),
  fault("mbi-invalid", "an O in the Medicare number", {
    plant: (visit) =>
      isMedicare(visit) && visit.date >= "2020-01-01" ? { ...visit, memberId: "1EG4TO5MK73" } : undefined,
  }),
  fault("icd10-format", "an ICD-9 code", { plant: (visit) => ({ ...visit, diagnoses: ["724.2", "R26.89"] }) }),
  fault("icd10-not-billable", "M54.5 after it was split", {
    plant: (visit) => (visit.date > "2021-09-30" ? { ...visit, diagnoses: ["M54.5", "R26.89"] } : undefined),
  }),
  fault("diagnosis-pointer", "a letter without a diagnosis", {
    plant: (visit) =>
      onLine(
        visit,
        () => true,
        () => ({ pointers: "D" }),
      ),
    needs: ["office", "through"],
  }),
  fault("total-mismatch", "a total of other lines", { plant: (visit) => ({ ...visit, totalCents: 100 }) }),
  fault("service-before-birth", "born after the visit", {
    plant: (visit) => ({ ...visit, birthDate: addDays(visit.date, 10) }),
  }),
  fault("service-in-future", "a visit of tomorrow", {
    plant: (visit) => ({ ...visit, today: addDays(visit.date, -1) }),
  }),
  fault("timely-filing", "billed after more than a year", {
    plant: (visit) => (isMedicare(visit) ? { ...visit, today: addDays(visit.date, 400) } : undefined),
  }),
  fault("certifying-npi-missing", "nobody who certifies", {
    plant: (visit) => (isMedicare(visit) ? { ...visit, referringNpi: undefined } : undefined),
  }),
];
