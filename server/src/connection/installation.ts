import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type CalendarDate, dateOf } from "../model/date.ts";

/** What the server knows of the machine that it runs on. */
export interface Installation {
  readonly version: string;
  /** The folder that holds a page for each rule. */
  readonly rulePages: URL;
  /** By the machine's own calendar. */
  readonly today: () => CalendarDate;
}

/** The package that holds the running bundle: dist/ lies beside docs/. */
export function findInstallation(): Installation {
  const root = resolve(__dirname, "..");
  const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as { version: string };
  return { version: manifest.version, rulePages: pathToFileURL(`${resolve(root, "docs/rules")}/`), today };
}

function today(): CalendarDate {
  const now = new Date();
  return dateOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? "1900-01-01";
}
