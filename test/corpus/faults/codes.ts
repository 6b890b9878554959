import { type Fault, addLine, fault, isEvaluation, isMedicare, onLine, planOf } from "./planting.ts";

export const codesFaults: readonly Fault[] = [
  fault("code-malformed", "the letter O for a zero", {
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            ({ code }) => code.endsWith("0"),
            ({ code }) => ({ code: `${code.slice(0, 4)}O` }),
          )
        : undefined,
    also: ["kx-missing-above-threshold"],
  }),
  fault("code-deleted", "a code of 2016", {
    plant: (visit) => {
      const code = { PT: "97002", OT: "97004", SLP: "92506" }[visit.discipline];
      return addLine(visit, { code });
    },
    also: ["code-not-medicare", "same-code-two-lines", "performer-not-qualified"],
  }),
  fault("code-too-early", "a code of 2026 before its year", {
    plant: (visit) => (visit.date < "2026-01-01" ? addLine(visit, { code: "98985" }) : undefined),
    also: ["rtm-overlap", "addon-without-base"],
  }),
  fault("code-not-medicare", "97014 at Medicare", {
    plant: (visit) => (isMedicare(visit) && visit.discipline !== "SLP" ? addLine(visit, { code: "97014" }) : undefined),
    also: ["kx-on-sometimes-nontherapy"],
  }),
  fault("ncci-pair-hard", "manual therapy and massage together", {
    plant: (visit) =>
      isMedicare(visit) && visit.date >= "2024-10-01" && visit.lines.some(({ code }) => code === "97140")
        ? addLine(visit, { code: "97124", minutes: { therapist: 16, assistant: 0 } })
        : undefined,
  }),
  fault("ncci-pair", "speech treatment and exercise by one provider without 59", {
    plant: (visit) => {
      if (!isMedicare(visit) || visit.date < "2024-10-01" || visit.discipline === "SLP") return undefined;
      return visit.lines.some(({ code }) => code === "97112") ? addLine(visit, { code: "97022" }) : undefined;
    },
  }),
  fault("addon-without-base", "98981 without 98980", {
    plant: (visit) =>
      visit.date >= "2022-01-01"
        ? addLine(visit, { code: "97130", minutes: { therapist: 16, assistant: 0 } })
        : undefined,
  }),
  fault("eval-with-reeval", "evaluation and re-evaluation", {
    plant: (visit) => {
      if (!isMedicare(visit) || visit.date < "2024-10-01" || visit.discipline === "SLP") return undefined;
      if (!visit.lines.some(isEvaluation)) return undefined;
      return addLine(visit, { code: visit.discipline === "PT" ? "97164" : "97168" });
    },
    also: ["ncci-pair"],
  }),
  fault("duplicate-line", "the last line twice", {
    plant: (visit) => {
      const line = visit.lines.at(-1);
      return line && { ...visit, lines: [...visit.lines, line] };
    },
    also: ["untimed-units", "mue-exceeded", "units-exceed-minutes", "units-below-minutes"],
  }),
  fault("functional-reporting-obsolete", "a functional code after 2018", {
    plant: (visit) =>
      isMedicare(visit) && visit.date >= "2019-01-01"
        ? addLine(visit, { code: "G8978", chargeCents: 0, modifiers: [planOf(visit), "CK"] })
        : undefined,
    also: ["code-deleted", "modifier-out-of-date"],
  }),
  fault("unlisted-without-description", "97139 without a word", {
    needs: ["bareRows"],
    plant: (visit) => addLine(visit, { code: "97139" }),
  }),
  fault("rtm-overlap", "two supplies for one month", {
    plant: (visit) =>
      isMedicare(visit) && visit.date >= "2026-01-01"
        ? addLine(addLine(visit, { code: "98977" }), { code: "98985" })
        : undefined,
  }),
];
