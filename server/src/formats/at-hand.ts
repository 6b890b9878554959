/** How many parts keep the values of their claims: those of a file of a few thousand lines, which is then read once. */
const partsAtHand = 256;

const atHand: { drop(): void }[] = [];
let nextDropped = 0;

/** What the part read of its claims was asked for: it may keep it until so many others were asked. */
export function keepAtHand(part: { drop(): void }): void {
  atHand[nextDropped]?.drop();
  atHand[nextDropped] = part;
  nextDropped = (nextDropped + 1) % partsAtHand;
}
