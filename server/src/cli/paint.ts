// The escape sequences themselves: Node's own helper asks the environment a second time, and each release in its own way.
const codes = {
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  gray: [90, 39],
  bold: [1, 22],
  underline: [4, 24],
} as const;

type Style = keyof typeof codes;

/** Gives a text a colour, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

/** Colour on a terminal. NO_COLOR switches it off, FORCE_COLOR on; 0 in FORCE_COLOR switches it off as well. */
export function paintFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  return isColoured(stream, env) ? colour : plain;
}

function isColoured(
  { isTTY = false }: { isTTY?: boolean },
  { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0";
  return isTTY && TERM !== "dumb";
}

function colour(style: Style, text: string): string {
  const [on, off] = codes[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
