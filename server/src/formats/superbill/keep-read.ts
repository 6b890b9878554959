import { keepAtHand, keepLonger } from "../at-hand.ts";

/**
 * Opening a file reads each of its claims twice, once to make it known to the others and once to check it; what was read so is soon
 * dropped. One that is read again is looked at by somebody, who asks one thing after the other.
 */
const readsOfOpening = 2;

/** Keeps what a part read of its text for a while. @param timesRead this time too */
export function keepRead(part: { drop(): void }, timesRead: number): void {
  if (timesRead > readsOfOpening) keepLonger(part);
  else keepAtHand(part);
}
