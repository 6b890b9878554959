/** Something that keeps what it read of its text, and can read it again. */
interface Reader {
  drop(): void;
}

/** How many may keep it: those of a file of a few thousand lines, which is then read once. */
const mostAtHand = 256;

const atHand: Reader[] = [];
let nextDropped = 0;

/** What this one read was asked for: it may keep it until so many others were asked. */
export function keepAtHand(reader: Reader): void {
  atHand[nextDropped]?.drop();
  atHand[nextDropped] = reader;
  nextDropped = (nextDropped + 1) % mostAtHand;
}
