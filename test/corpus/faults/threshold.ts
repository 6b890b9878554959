import { findThreshold } from "../../../server/src/data/thresholds.ts";
import { type Fault, added, asks, fault, isMedicare, onLine, without } from "./planting.ts";

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
      const isBelow = visit.usedCents < (findThreshold(Number(visit.date.slice(0, 4)))?.kxThreshold ?? 0);
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
