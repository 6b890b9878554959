import type { Clinician } from "../../model/clinician.ts";
import { type AssistantModifier, type Discipline, assistantModifierOf } from "../../model/discipline.ts";

/** What a code of the National Uniform Claim Committee's provider taxonomy says of who treats. */
interface Profession {
  readonly discipline: Discipline;
  readonly role: Extract<Clinician["role"], "therapist" | "assistant">;
}

/** By the characters that all specialties of a profession share. */
const professions: ReadonlyMap<string, Profession> = new Map<string, Profession>([
  ["2251", { discipline: "PT", role: "therapist" }],
  ["2252", { discipline: "PT", role: "assistant" }],
  ["225X", { discipline: "OT", role: "therapist" }],
  ["224Z", { discipline: "OT", role: "assistant" }],
  ["235Z", { discipline: "SLP", role: "therapist" }],
  ["2355", { discipline: "SLP", role: "assistant" }],
]);

/** Undefined for whoever is neither therapist nor therapist's assistant. */
function professionOf(taxonomy: string): Profession | undefined {
  if (professionByTaxonomy.has(taxonomy)) return professionByTaxonomy.get(taxonomy);
  const profession = professions.get(taxonomy.slice(0, 4).toUpperCase());
  if (professionByTaxonomy.size >= mostTaxonomies) professionByTaxonomy.clear();
  professionByTaxonomy.set(taxonomy, profession);
  return profession;
}

/** A file of many claims names few. */
const professionByTaxonomy = new Map<string, Profession | undefined>();
const mostTaxonomies = 1000;

export function isTherapistOrAssistant(taxonomy: string): boolean {
  return professionOf(taxonomy) !== undefined;
}

/** Undefined for assistants too. */
export function disciplineOfTherapist(taxonomy: string): Discipline | undefined {
  const profession = professionOf(taxonomy);
  return profession?.role === "therapist" ? profession.discipline : undefined;
}

/** The modifier that tells of an assistant of the specialty; undefined for whoever is none. */
export function modifierOfAssistant(taxonomy: string): AssistantModifier | undefined {
  const profession = professionOf(taxonomy);
  return profession?.role === "assistant" ? assistantModifierOf(profession.discipline) : undefined;
}

export function isChiropractor(taxonomy: string): boolean {
  return taxonomy.startsWith("111N");
}

/** Doctors of dental surgery and of dental medicine, whatever their specialty. */
export function isDentist(taxonomy: string): boolean {
  return taxonomy.startsWith("1223");
}
