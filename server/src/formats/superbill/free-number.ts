import { type FreeWord, isCredential, isPlainlyModifiers, isWrittenAsModifiers, kindOf } from "./free-word.ts";
import { isPlainlyMoney } from "./written-value.ts";

/**
 * Tells what bare numbers behind the code or its modifiers are: one from 1 to 4 is the units, and with a second one
 * before an amount, of at least one timed unit, the minutes. All others may be either.
 */
export function withBareNumbers(words: readonly FreeWord[]): readonly FreeWord[] {
  if (!words.some(isBareNumber)) return words;
  const behindCode = words.findIndex((word) => !mayStandBefore(word));
  const numbers = words.flatMap((word, index) => (index >= behindCode && isBareNumber(word) ? [index] : []));
  const [at = -1] = numbers;
  if (!mayBeUnits(words, at) || words.some((word) => kindOf(word) === "units")) return words;
  const behind = words.slice(at + 1);
  if (numbers.length === 1) return mayFollow(behind[0]) ? withRole(words, at, "units") : words;
  const isPair = numbers.length === 2 && numbers[1] === at + 1 && areMinutes(behind[0], behind.slice(1));
  return isPair ? withRole(withRole(words, at, "units"), at + 1, "minutes") : words;
}

/** Right behind the code, or behind modifiers that a description may part from it. */
function mayBeUnits(words: readonly FreeWord[], at: number): boolean {
  const [previous, word] = [words[at - 1], words[at]];
  return /^[1-4]$/.test(word?.text ?? "") && (previous === undefined || mayStandBefore(previous));
}

function mayStandBefore(word: FreeWord): boolean {
  return isWrittenAsModifiers(word) || word.text === "=";
}

function isBareNumber({ text, role }: FreeWord): boolean {
  return role === undefined && /^\d{1,3}$/.test(text);
}

function areMinutes(word: FreeWord | undefined, behind: readonly FreeWord[]): boolean {
  const minutes = Number(word?.text);
  const isOther = behind.some((one) => kindOf(one) === "minutes");
  return minutes >= 8 && minutes <= 240 && !isOther && isPlainlyMoney(behind[0]?.text ?? "");
}

/** What tells what the number counts, such as `sets of 10`, is none of these. */
function mayFollow(next: FreeWord | undefined): boolean {
  if (next === undefined || kindOf(next) !== undefined || isPlainlyModifiers(next) || isCredential(next)) return true;
  return /^(?:\/\/|[[(]|notes?:)/i.test(next.text);
}

function withRole(words: readonly FreeWord[], at: number, role: "units" | "minutes"): readonly FreeWord[] {
  return words.map((word, index) => (index === at ? { ...word, role } : word));
}
