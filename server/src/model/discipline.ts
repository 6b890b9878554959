/** Physical therapy, occupational therapy, speech-language pathology. */
export type Discipline = "PT" | "OT" | "SLP";

/** The yearly amount that a line counts against: PT and SLP share one, OT has its own. */
export type Bucket = "PT/SLP" | "OT";

export type PlanModifier = "GN" | "GO" | "GP";
export type AssistantModifier = "CQ" | "CO";

export const planModifiers: readonly PlanModifier[] = ["GN", "GO", "GP"];
export const assistantModifiers: readonly AssistantModifier[] = ["CQ", "CO"];

const disciplineByPlan: Readonly<Record<PlanModifier, Discipline>> = { GP: "PT", GO: "OT", GN: "SLP" };
const planByDiscipline: Readonly<Record<Discipline, PlanModifier>> = { PT: "GP", OT: "GO", SLP: "GN" };
const disciplineByRevenue: Readonly<Record<string, Discipline>> = { "042": "PT", "043": "OT", "044": "SLP" };
const planByAssistant: Readonly<Record<AssistantModifier, PlanModifier>> = { CQ: "GP", CO: "GO" };

export function isPlanModifier(modifier: string): modifier is PlanModifier {
  return modifier === "GP" || modifier === "GO" || modifier === "GN";
}

export function isAssistantModifier(modifier: string): modifier is AssistantModifier {
  return modifier === "CQ" || modifier === "CO";
}

export function disciplineOfPlan(modifier: PlanModifier): Discipline {
  return disciplineByPlan[modifier];
}

export function planModifierOf(discipline: Discipline): PlanModifier {
  return planByDiscipline[discipline];
}

/** By the first three digits of four: 0420 general, 0424 evaluation, and so on; undefined for other departments. */
export function disciplineOfRevenue(revenueCode: string): Discipline | undefined {
  return disciplineByRevenue[revenueCode.slice(0, 3)];
}

/** CQ belongs to GP, CO to GO. */
export function planModifierOfAssistant(modifier: AssistantModifier): PlanModifier {
  return planByAssistant[modifier];
}

/** None for SLP: Medicare knows no speech assistant. */
export function assistantModifierOf(discipline: Discipline): AssistantModifier | undefined {
  if (discipline === "PT") return "CQ";
  return discipline === "OT" ? "CO" : undefined;
}

export function bucketOf(discipline: Discipline): Bucket {
  return discipline === "OT" ? "OT" : "PT/SLP";
}
