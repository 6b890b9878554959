import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { openBrowser } from "../../scripts/vscode-host/browser.mjs";
import { installChromium } from "../../scripts/vscode-host/install.mjs";
import { reportPage } from "../../server/src/report/page.ts";
import { exampleReport, largeReport } from "./example-report.ts";
import { looks } from "./looks.ts";

const folder = resolve(import.meta.dirname, "../../dist/test/report");

describe("the report page in a browser", function () {
  let browser: Awaited<ReturnType<typeof openBrowser>> | undefined;
  let page: Page;
  const complaints: string[] = [];

  before("a browser (none is here, and none can be installed)", async function () {
    const isThere = await installChromium().then(
      () => true,
      () => false,
    );
    if (!isThere) this.skip();
    browser = await openBrowser();
    page = browser.page;
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    mkdirSync(folder, { recursive: true });
    writeFileSync(resolve(folder, "example.html"), reportPage(exampleReport(), { today: "2026-07-01" }));
    writeFileSync(resolve(folder, "large.html"), reportPage(largeReport(10_000, 4), { today: "2026-07-01" }));
  });

  beforeEach(async () => {
    await page.goto(pathToFileURL(resolve(folder, "example.html")).href);
    await looks[0]?.apply(page);
  });

  after(() => browser?.close());

  for (const look of looks) {
    it(`is accessible and not wider than its window: ${look.name}`, async () => {
      await look.apply(page);
      await page.evaluate(axe.source);
      const found = await page.evaluate<readonly string[]>(
        `axe.run(document).then(({ violations }) =>
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`,
      );
      assert.deepEqual(found, []);
      const excess = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(excess <= 0, `${String(excess)} pixels too wide`);
      const overfull = await page.evaluate<readonly string[]>(
        `[...document.querySelectorAll(".standings td, .standings th")]
          .filter(({ clientWidth, scrollWidth }) => scrollWidth > clientWidth + 1).map(({ innerText }) => innerText)`,
      );
      assert.deepEqual(overfull, []);
      await page.screenshot({ path: resolve(folder, `${look.name}.png`), fullPage: true });
    });

    it(`shows all bars on one scale, below the axis that names the thresholds: ${look.name}`, async () => {
      await look.apply(page);
      const places = await page.evaluate<readonly (readonly number[])[]>(
        `["kx", "review"].map((kind) => [...document.querySelectorAll("svg.bar ." + kind)]
          .map((mark) => mark.getBoundingClientRect()).filter(({ height }) => height > 0).map(({ x }) => x))`,
      );
      for (const marks of places) {
        assert.ok(marks.length >= 8);
        assert.ok(Math.max(...marks) - Math.min(...marks) < 1, marks.join(" "));
      }
    });
  }

  it("draws amounts as long as they are", async () => {
    const lengths = await page.evaluate<readonly number[]>(
      `[...document.querySelectorAll("tbody svg.bar")].map((bar) =>
        [...bar.querySelectorAll(".used, .over")].reduce((sum, { width }) => sum + width.baseVal.value, 0))`,
    );
    const amounts = exampleReport().standings.map(({ used }) => used.low);
    const [longest = 0] = lengths;
    const [largest = 0] = amounts;
    for (const [place, length] of lengths.entries())
      assert.ok(Math.abs(length / longest - (amounts[place] ?? 0) / largest) < 0.002, String(place));
  });

  it("says in words what each course shows, and leaves bars to the figures beside them", async () => {
    const { standings } = exampleReport();
    const drawings = await page.getByRole("img").all();
    assert.equal(drawings.length, standings.length);
    const names = new Set(await page.locator("svg.over-year title").allTextContents());
    assert.ok(names.has("…MK73, PT/SLP: course over 2026"));
    assert.equal(await page.getByRole("img", { name: "…MK73, PT/SLP: course over 2026" }).count(), 1);
    assert.equal(await page.locator("svg.bar:not([aria-hidden])").count(), 0);
  });

  for (const width of [1280, 760, 420])
    it(`is a table with headings for rows at ${String(width)} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      const table = page.getByRole("table", { name: "KX threshold 2,480.00, review threshold 3,000.00" });
      assert.equal(await table.count(), 1);
      assert.equal(await table.getByRole("rowheader", { name: "…MK73 PT/SLP" }).count(), 1);
    });

  it("opens the lines behind an amount from the keyboard", async () => {
    const lines = page.getByRole("table", { name: "…RD08, PT/SLP, 2026: each service" });
    assert.equal(await lines.count(), 0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await lines.count(), 1);
    const [, ...texts] = await lines.getByRole("row").allInnerTexts();
    assert.equal(texts.length, 19);
    assert.match(texts.at(-1) ?? "", /^2026-05-09\s+97140\s+104\.55\s+3,129\.20\s/);
    assert.equal(await lines.getByText("passes KX").count(), 1);
    await page.screenshot({ path: resolve(folder, "opened.png"), fullPage: true });
  });

  for (const width of [1280, 760, 420])
    it(`has the lines behind an amount below their headings at ${String(width)} pixels`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await page.locator("summary").first().click();
      const offsets = await page.evaluate<readonly number[]>(
        `((table) => [...table.tHead.rows[0].cells].map((heading, column) =>
          heading.getBoundingClientRect().x - table.tBodies[0].rows[0].cells[column].getBoundingClientRect().x))
          (document.querySelector(".steps table"))`,
      );
      assert.deepEqual(offsets, [0, 0, 0, 0, 0, 0]);
      const excess = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      assert.ok(excess <= 0, `${String(excess)} pixels too wide`);
    });

  it("cuts no text of a drawing", async () => {
    const cut = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll("svg text")].filter((text) => {
        const [inner, outer] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
        return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1;
      }).map((text) => text.textContent)`,
    );
    assert.deepEqual(cut, []);
  });

  it("is printed on white, without what is closed, no beneficiary cut in two", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const style = (selector: string, property: string): Promise<string> =>
      page.evaluate<string>(`getComputedStyle(document.querySelector("${selector}"))["${property}"]`);
    assert.equal(await style("body", "backgroundColor"), "rgb(255, 255, 255)");
    assert.equal(await style("body", "color"), "rgb(0, 0, 0)");
    assert.equal(await style(".standings tbody", "breakInside"), "avoid");
    assert.equal(await page.locator("summary:visible").count(), 0);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, path: resolve(folder, "print.pdf") });
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1")) ?? [];
    assert.ok(Number(width) > Number(height), `${String(width)} × ${String(height)}`);
  });

  it("takes the colours of an editor's theme", async () => {
    await page.evaluate(`document.documentElement.style.setProperty("--vscode-editor-background", "#002b36")`);
    const background = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    assert.equal(background, "rgb(0, 43, 54)");
  });

  it("opens with 10,000 beneficiaries", async () => {
    await page.goto(pathToFileURL(resolve(folder, "large.html")).href);
    assert.equal(await page.locator("svg.over-year").count(), 100);
    assert.equal(await page.locator("table.plain > tbody > tr > th[scope=row]").count(), 9_900 + 4 * 100);
  });

  it("asked nobody for anything, and nothing was refused", () => {
    assert.deepEqual([...(browser?.requestedHosts ?? [])], []);
    assert.deepEqual(complaints, []);
  });
});
