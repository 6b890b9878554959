/** Physical and occupational therapists, speech-language pathologists, and their assistants, whatever their specialty. */
export function isTherapistTaxonomy(taxonomy: string): boolean {
  return /^(?:2251|2252|225X|224Z|235Z|2355)/.test(taxonomy);
}

export function isChiropractorTaxonomy(taxonomy: string): boolean {
  return taxonomy.startsWith("111N");
}

/** Doctors of dental surgery and of dental medicine, whatever their specialty. */
export function isDentistTaxonomy(taxonomy: string): boolean {
  return taxonomy.startsWith("1223");
}
