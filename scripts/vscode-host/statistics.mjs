import { readFile } from "node:fs/promises";

/**
 * What a suite wrote at its end.
 * @typedef {object} Statistics
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} pending the full titles of tests that were skipped
 */

/**
 * @param {string} file
 * @returns {Promise<Statistics | undefined>} nothing where the suite did not come to its end
 */
export async function readStatistics(file) {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
