/**
 * Text of a file, a message or a name for a terminal: a character that would steer the terminal, or turn the writing round,
 * is shown as a replacement character.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "\uFFFD");
}
