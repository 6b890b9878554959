import { findThreshold } from "../../../server/src/data/thresholds.ts";
import { addDays } from "../../../server/src/model/date.ts";
import type { Visit } from "../visit.ts";
import { type Fault, added, asks, fault, isEvaluation, isMedicare, onLine, without } from "./planting.ts";

function thresholdOf({ date }: Visit): number {
  return findThreshold(Number(date.slice(0, 4)))?.kxThreshold ?? 0;
}

export const thresholdFaults: readonly Fault[] = [
  fault("kx-without-plan", "KX left alone on the line", {
    plant: (visit) =>
      asks(visit, "kx") && asks(visit, "plan-modifiers")
        ? onLine(
            visit,
            (line) => line.modifiers.length === 2 && line.modifiers.includes("KX"),
            () => ({ modifiers: ["KX"] }),
          )
        : undefined,
  }),
  fault("kx-missing-above-threshold", "above the amount without KX", {
    needs: ["used"],
    plant: (visit) => {
      if (!asks(visit, "kx") || !visit.lines.every((line) => line.modifiers.includes("KX"))) return undefined;
      return { ...visit, lines: visit.lines.map((line) => ({ ...line, modifiers: without(line, "KX") })) };
    },
  }),
  fault("kx-below-threshold", "KX far below the amount", {
    needs: ["used"],
    plant: (visit) => {
      const isBelow = visit.usedCents < thresholdOf(visit);
      return asks(visit, "kx") && isBelow
        ? onLine(
            visit,
            (line) => line.modifiers.length < 3,
            (line) => ({ modifiers: added(line, "KX") }),
          )
        : undefined;
    },
    also: ["kx-mixed"],
  }),
  fault("kx-routine", "KX on every line of two visits", {
    needs: ["used"],
    plant: (visit) => {
      if (!asks(visit, "kx") || visit.usedCents >= thresholdOf(visit) || visit.lines.some(isEvaluation))
        return undefined;
      if (visit.lines.some(({ modifiers }) => modifiers.length > 2)) return undefined;
      const lines = visit.lines.map((line) => ({ ...line, modifiers: added(line, "KX") }));
      const earlier = lines.map((line) => ({ ...line, date: addDays(line.date, -2) }));
      return { ...visit, lines: [...earlier, ...lines] };
    },
    also: ["kx-below-threshold"],
  }),
  fault("threshold-approaching", "the last visits below the amount", {
    needs: ["used", "allowed"],
    plant: (visit) => {
      const threshold = thresholdOf(visit);
      if (!asks(visit, "kx") || visit.lines.some(({ modifiers }) => modifiers.includes("KX"))) return undefined;
      const allowed = visit.lines.reduce((sum, line) => sum + line.allowedCents, 0);
      return { ...visit, usedCents: threshold - Math.round(allowed * 1.5) };
    },
  }),
  fault("kx-with-abn", "KX beside GA", {
    needs: ["used"],
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => line.modifiers.includes("KX") && line.modifiers.length < 4,
            (line) => ({ modifiers: added(line, "GA") }),
          )
        : undefined,
    also: ["kx-mixed"],
  }),
  fault("abn-conflict", "GA beside GZ", {
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => !line.modifiers.includes("KX") && line.modifiers.length < 3,
            (line) => ({ modifiers: added(line, "GA", "GZ") }),
          )
        : undefined,
    also: ["gz-auto-deny"],
  }),
  fault("gx-conflict", "GX beside GA", {
    plant: (visit) =>
      isMedicare(visit)
        ? onLine(
            visit,
            (line) => !line.modifiers.includes("KX") && line.modifiers.length < 3,
            (line) => ({ modifiers: added(line, "GX", "GA") }),
          )
        : undefined,
    also: ["abn-conflict"],
  }),
];
