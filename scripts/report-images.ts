// npm run images: draws images/report-*.png, the threshold report of an invented practice.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { reportPage } from "../server/src/report/page.ts";
import { exampleReport } from "../test/report/example-report.ts";
import { openBrowser } from "./vscode-host/browser.mjs";

const folder = resolve(import.meta.dirname, "../images");
const size = { width: 1240, height: 830 };

mkdirSync(folder, { recursive: true });
const { page, close } = await openBrowser();
try {
  await page.setViewportSize(size);
  await page.setContent(reportPage(exampleReport(), { today: "2026-07-01" }));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: resolve(folder, `report-${colorScheme}.png`) });
    console.log(`images/report-${colorScheme}.png is written`);
  }
} finally {
  await close();
}
