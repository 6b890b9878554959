/** What stands in place of a beneficiary for whom a claim gives no id. */
export const noId = "no id";

/** What each id is shown as: whole, or its last characters. Different ids are shown in different ways. */
export function labelsOf(ids: Iterable<string>, showIds: boolean): ReadonlyMap<string, string> {
  const sorted = [...new Set(ids)].sort();
  if (showIds) return new Map(sorted.map((id) => [id, id]));
  const alike = new Map<string, string[]>();
  for (const id of sorted) {
    const mask = maskedId(id);
    const others = alike.get(mask);
    if (others === undefined) alike.set(mask, [id]);
    else others.push(id);
  }
  return new Map([...alike].flatMap(([mask, group]) => group.map((id, place) => [id, numbered(mask, group, place)])));
}

function numbered(mask: string, group: readonly string[], place: number): string {
  return group.length === 1 ? mask : `${mask} (${String(place + 1)})`;
}

/** The last four characters; of a short id no more than half of it. */
function maskedId(id: string): string {
  const characters = Array.from(id);
  const shown = Math.min(4, Math.floor(characters.length / 2));
  return `…${characters.slice(characters.length - shown).join("")}`;
}
