const hoursForm = /^(\d{1,2}(?:\.\d{1,2})?)\s*(?:hrs?|hours?)\.?$/i;

/** `2 hrs`, `1.5 hours`, of whole minutes and of one day. */
export function isHours(text: string): boolean {
  const hours = text.length > 12 ? undefined : hoursForm.exec(text)?.[1];
  return hours !== undefined && Number(hours) <= 24 && Number.isInteger(Number(hours) * 60);
}

/** How many minutes a number of minutes, or hours with their word, says. */
export function minutesOf(text: string): number {
  return isHours(text) ? Number.parseFloat(text) * 60 : Number(text);
}
