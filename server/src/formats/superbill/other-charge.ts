import type { Table } from "./table.ts";
import { wordsOf } from "./words.ts";
import { isPlainlyMoney } from "./written-value.ts";

/** What was paid, is still owed or adds up, is no charge beside those of the rows. */
const noCharge =
  /\b(?:sub-?total|total|paid|payments?|pay|co-?pay\w*|co-?ins\w*|deductible|insurance|check|cash|visa|mastercard|card|charges?|due|allowed|ytd|used|rate|threshold|limit|per|receipt|refund\w*)\b/i;

const mostWords = 8;

/** Whether a line that is no service line states an amount that the claim's total may include: a supply, a fee, a balance. */
export function statesOtherCharge(line: string, table: Table | undefined): boolean {
  if (line.length > 200 || !/\d/.test(line) || !/[a-z]{3}/i.test(line) || noCharge.test(line)) return false;
  const words = wordsOf(line.replace(/[|]|,(?!\d{3}(?!\d))/g, " "));
  if (words.length > mostWords) return false;
  return words.some(({ text }, index) => isPlainlyMoney(text) && (table !== undefined || index === words.length - 1));
}
