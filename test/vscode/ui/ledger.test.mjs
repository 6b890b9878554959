import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { runCommand } from "../../../scripts/vscode-host/gestures.mjs";
import { openWorkbench } from "../../../scripts/vscode-host/workbench.mjs";
import { awayWithTheMouse, openFile, screenshot, stillness, token } from "./hands.mjs";

describe("a person who opens a practice's quarter", () => {
  let workbench;
  let page;

  before(async () => {
    const folder = join(process.env.UI_WORKSPACE, "quarter");
    await cp(join(process.env.UI_EXTENSION, "examples/quarter"), folder, { recursive: true });
    workbench = await openWorkbench({
      folder,
      openFile: "a-2026-02.superbill",
      extensionDevelopmentPath: process.env.UI_EXTENSION,
    });
    page = workbench.page;
  });

  after(() => workbench?.stop());

  afterEach(async function () {
    if (this.currentTest.state === "failed") await screenshot(page, `failed: ${this.currentTest.title}`);
  });

  /** A visible line that holds all of these words, its hint among them. */
  const line = (...words) =>
    words.reduce(
      (lines, text) => lines.filter({ hasText: new RegExp(text.replace(/[.*]/g, "\\$&").replaceAll(" ", "\\s+")) }),
      page.locator(".monaco-editor .view-line"),
    );

  async function goTo(text) {
    const field = page.locator(".find-widget.visible .find-part textarea");
    // An editor that was just opened may not have the keys yet; and what is typed before the field is there goes into the document.
    for (let attempt = 0; attempt < 5 && !(await field.isVisible()); attempt++) {
      await page.locator(".monaco-editor .view-line").first().click();
      await page.keyboard.press("Control+F");
      await field.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await field.fill(text);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
  }

  it("sees behind the line where the year's amount is passed what is used, counted over all files", async () => {
    await line("2026-02-13 97110 GP", "used 2,454.54 of 2,480.00").waitFor();
    await line("2026-02-13 97140 GP", "used 2,508.74 of 2,480.00").waitFor();
    await screenshot(page, "ledger-hints");
    await screenshot(page.locator(".editor-group-container .monaco-editor").first(), "ledger-editor");
  });

  it("sees above the claim what it comes to", async () => {
    const lens = page.locator(".codelens-decoration", { hasText: "PT/SLP used" });
    await lens.waitFor();
    assert.match(await lens.innerText(), /PT\/SLP used 2,832\.92 of 2,480\.00.*total 1,744\.00/);
  });

  it("reads in a hover how the amount came about, file by file", async () => {
    await token(page, "KX").hover();
    const hover = page
      .locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "KX threshold of 2026" })
      .first();
    await hover.waitFor();
    await hover.locator("a", { hasText: "a-2026-01.superbill:" }).first().waitFor();
    await stillness(page.locator(".monaco-hover"));
    await screenshot(page, "ledger-hover");
    await page.keyboard.press("Escape");
    await awayWithTheMouse(page);
  });

  it("reads under the language how many files are counted", async () => {
    await page.locator('#status\\.languageStatus[aria-label*="10 files of the folder counted"]').waitFor();
  });

  it("sees the same line in the claim that was sent", async () => {
    await openFile(page, "sent-2026-03-05.837");
    await goTo("CLM*A0213");
    await line("SV1*HC:97140:GP", "used 2,508.74 of 2,480.00").waitFor();
    await screenshot(page, "ledger-sent");
  });

  it("sees it move when January's superbill is edited", async () => {
    await openFile(page, "a-2026-01.superbill");
    await goTo("98.01");
    await page.keyboard.type("198.01");
    await line("2026-01-05 97161", "used 198.01 of 2,480.00").waitFor();
    await openFile(page, "a-2026-02.superbill");
    await line("2026-02-11 97112", "used 2,496.30 of 2,480.00").waitFor();
    await screenshot(page, "ledger-moved");
  });

  it("opens the report by a click on what stands above the claim", async () => {
    await page.locator(".codelens-decoration a", { hasText: "PT/SLP used" }).click();
    const report = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await report.locator("h1", { hasText: "Therapy thresholds" }).waitFor();
    await report.locator("tr", { hasText: "3,515.08" }).first().waitFor();
    assert.equal(await report.locator("script").filter({ hasText: "ledger" }).count(), 0);
    await screenshot(page, "ledger-report");
  });

  it("has whole ids shown, and masked again", async () => {
    const report = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await runCommand(page, "Therapy Claims: Show or Mask Ids");
    await report.getByText("4HK7WH8QP06").first().waitFor();
    await runCommand(page, "Therapy Claims: Show or Mask Ids");
    await report.getByText("…QP06").first().waitFor();
    assert.equal(await report.getByText("4HK7WH8QP06").count(), 0);
  });

  for (const [theme, name] of [
    ["Dark Modern", "dark"],
    ["Dark High Contrast", "high-contrast"],
  ]) {
    it(`reads the report and the hints in ${name}`, async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+t");
      await page.locator(".quick-input-widget input").fill(theme);
      await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      await page.locator(`.monaco-workbench.${name === "dark" ? "vs-dark" : "hc-black"}`).waitFor();
      await page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("h1").waitFor();
      await screenshot(page, `ledger-report-${name}`);
      await openFile(page, "a-2026-02.superbill");
      await line("2026-02-11 97112", "used 2,496.30 of 2,480.00").waitFor();
      await screenshot(page, `ledger-hints-${name}`);
      await runCommand(page, "Therapy Claims: Show Threshold Report");
      await page.frameLocator("iframe.webview.ready").frameLocator("#active-frame").locator("h1").waitFor();
    });
  }

  it("has asked no other host for anything", () => {
    const own = new URL(page.url()).host;
    assert.deepEqual(
      [...workbench.requestedHosts].filter((host) => host !== own && !host.endsWith(`.${own}`)),
      [],
    );
  });
});
