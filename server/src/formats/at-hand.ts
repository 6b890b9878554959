/** How many parts keep the values of their claims: more than one beneficiary's, few enough to cost nothing. */
const partsAtHand = 64;

const atHand: { drop(): void }[] = [];
let nextDropped = 0;

/** What the part read of its claims was asked for: it may keep it until so many others were asked. */
export function keepAtHand(part: { drop(): void }): void {
  atHand[nextDropped]?.drop();
  atHand[nextDropped] = part;
  nextDropped = (nextDropped + 1) % partsAtHand;
}
