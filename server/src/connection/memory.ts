import { setFlagsFromString } from "node:v8";

/** In characters: a few thousand claims. */
const largeText = 4_000_000;

/**
 * From the first large text on, V8 collects what lasts when there is two fifths more of it, not up to three times as much. Of a small
 * one it would only make the start longer.
 */
export function growSlowlyFor(text: string): void {
  if (text.length >= largeText) setFlagsFromString("--heap-growing-percent=40");
}
