import {
  type Fault,
  added,
  asks,
  fault,
  isEvaluation,
  isMedicare,
  isTreatment,
  onLine,
  otherPlan,
  planOf,
  without,
} from "./planting.ts";

export const modifiersFaults: readonly Fault[] = [
  fault("therapy-modifier-missing", "plan modifier forgotten", {
    plant: (visit) =>
      asks(visit, "plan-modifiers")
        ? onLine(
            visit,
            (line) => !line.modifiers.includes("CQ") && !line.modifiers.includes("CO"),
            (line) => ({ modifiers: without(line, planOf(visit), "KX") }),
          )
        : undefined,
    also: ["kx-missing-above-threshold"],
  }),
  fault("therapy-modifier-duplicate", "two plan modifiers", {
    plant: (visit) =>
      asks(visit, "plan-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.length < 3 && isTreatment(line),
            (line) => ({ modifiers: [planOf(visit), otherPlan[visit.discipline], ...without(line, planOf(visit))] }),
          )
        : undefined,
    also: ["used-amount-missing", "assistant-modifier-mismatch"],
  }),
  fault("therapy-modifier-wrong-discipline", "an evaluation under another plan", {
    plant: (visit) =>
      asks(visit, "plan-modifiers")
        ? onLine(visit, isEvaluation, (line) => ({
            modifiers: [otherPlan[visit.discipline], ...without(line, planOf(visit))],
          }))
        : undefined,
    also: ["performer-not-qualified"],
  }),
  fault("therapy-modifier-position", "plan modifier third", {
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => line.modifiers.length === 1 && isTreatment(line),
            (line) => ({ modifiers: ["RT", "XS", ...line.modifiers] }),
          )
        : undefined,
    also: ["ncci-modifier-needless"],
  }),
  fault("assistant-modifier-mismatch", "CQ beside GO, CO beside GP", {
    plant: (visit) =>
      asks(visit, "assistant-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.includes("CQ") || line.modifiers.includes("CO"),
            (line) => ({ modifiers: line.modifiers.map((one) => (one === "CQ" ? "CO" : one === "CO" ? "CQ" : one)) }),
          )
        : undefined,
    also: ["assistant-modifier-missing", "assistant-units-split"],
  }),
  fault("assistant-modifier-both", "CQ and CO on one line", {
    plant: (visit) =>
      asks(visit, "assistant-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.includes("CQ") || line.modifiers.includes("CO"),
            (line) => ({ modifiers: [planOf(visit), "CQ", "CO", ...without(line, planOf(visit), "CQ", "CO")] }),
          )
        : undefined,
    also: [],
  }),
  fault("assistant-modifier-without-plan", "CQ alone", {
    plant: (visit) =>
      asks(visit, "assistant-modifiers") && asks(visit, "plan-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.includes("CQ") || line.modifiers.includes("CO"),
            (line) => ({ modifiers: without(line, planOf(visit), "KX") }),
          )
        : undefined,
    also: ["kx-missing-above-threshold"],
  }),
  fault("assistant-modifier-missing", "an assistant's line without CQ or CO", {
    needs: ["clinicians"],
    plant: (visit) =>
      asks(visit, "assistant-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.includes("CQ") || line.modifiers.includes("CO"),
            (line) => ({ modifiers: without(line, "CQ", "CO") }),
          )
        : undefined,
    also: ["assistant-units-split"],
  }),
  fault("too-many-modifiers", "five modifiers", {
    plant: (visit) =>
      onLine(
        visit,
        (line) => line.modifiers.length === 1,
        (line) => ({ modifiers: added(line, "RT", "LT", "96", "76") }),
      ),
    also: ["modifier-misplaced"],
    needs: ["fiveModifiers"],
  }),
  fault("modifier-duplicate", "RT twice", {
    plant: (visit) =>
      onLine(
        visit,
        (line) => line.modifiers.length === 1,
        (line) => ({ modifiers: added(line, "RT", "RT") }),
      ),
  }),
  fault("modifier-unknown", "PG for GP", {
    plant: (visit) =>
      onLine(
        visit,
        (line) => line.modifiers.includes("GP"),
        (line) => ({ modifiers: line.modifiers.map((one) => (one === "GP" ? "PG" : one)) }),
      ),
    also: [
      "therapy-modifier-missing",
      "assistant-modifier-without-plan",
      "kx-without-plan",
      "kx-missing-above-threshold",
      "sometimes-therapy-unmarked",
    ],
  }),
  fault("ncci-modifier-both", "59 and XS", {
    plant: (visit) =>
      onLine(
        visit,
        (line) => line.modifiers.length < 3 && isTreatment(line),
        (line) => ({ modifiers: added(line, "59", "XS") }),
      ),
    also: ["ncci-modifier-needless"],
  }),
  fault("assistant-as-rendering", "an assistant as rendering provider", {
    needs: ["office"],
    plant: (visit) =>
      isMedicare(visit) && visit.discipline !== "SLP"
        ? {
            ...visit,
            renderingNpi: "1538208798",
            renderingTaxonomy: visit.discipline === "PT" ? "225200000X" : "224Z00000X",
          }
        : undefined,
    also: [
      "assistant-modifier-missing",
      "rendering-discipline-mismatch",
      "performer-not-qualified",
      "assistant-on-evaluation",
    ],
  }),
  fault("rendering-discipline-mismatch", "another discipline's therapist", {
    needs: ["office"],
    plant: (visit) =>
      isMedicare(visit)
        ? {
            ...visit,
            renderingNpi: "1538208798",
            renderingTaxonomy: visit.discipline === "PT" ? "225X00000X" : "225100000X",
          }
        : undefined,
  }),
];
