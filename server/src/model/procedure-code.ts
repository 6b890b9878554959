/** Whether what stands in a column of codes is one: a name that slipped into it is not shown. */
export function looksLikeCode(procedure: string): boolean {
  return /^[A-Z]?\d{3,}[A-Z]?$/.test(procedure);
}
