import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import { openWorkbench } from "../../../scripts/vscode-host/workbench.mjs";
import {
  awayWithTheMouse,
  shows,
  openFile,
  openQuickFixes,
  problem,
  screenshot,
  stillness,
  takeFix,
  token,
} from "./hands.mjs";

describe("a person who opens a superbill", () => {
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({
      folder: process.env.UI_WORKSPACE,
      openFile: "visit.superbill",
      extensionDevelopmentPath: process.env.UI_EXTENSION,
    });
    page = workbench.page;
  });

  after(() => workbench?.stop());

  afterEach(async function () {
    if (this.currentTest.state === "failed") await screenshot(page, `failed: ${this.currentTest.title}`);
  });

  it("sees what is wrong underlined, and named in the Problems list", async () => {
    await page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await page.keyboard.press("Control+Shift+M");
    const found = problem(page, "therapy-modifier-missing");
    await found.waitFor();
    assert.match(await found.innerText(), /97530 needs .*therapy-claims/s);
    await screenshot(page, "problems");
  });

  it("reads why in a hover", async () => {
    await token(page, "97530").hover();
    const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "plan of care" }).first();
    await hover.waitFor();
    await stillness(page.locator(".monaco-hover"));
    await screenshot(page, "hover");
    await page.keyboard.press("Escape");
    await awayWithTheMouse(page);
  });

  it("reads under the language how the checking stands", async () => {
    const status = page.locator("#status\\.languageStatus");
    assert.match(await status.getAttribute("aria-label"), /Therapy Claims: 1 finding, Medicare Part B/);
    await status.hover();
    const items = page.locator(".hover-language-status");
    await items.filter({ hasText: /Rule tables of 20\d\d-\d\d-\d\d/ }).waitFor();
    await screenshot(page, "status");
    await awayWithTheMouse(page);
  });

  it("takes a safe fix with the keyboard, and sees it gone", async () => {
    const menu = await openQuickFixes(page, "97530");
    await screenshot(page, "quick-fixes");
    await takeFix(page, menu, "Add GP");
    await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });
    assert.ok(await shows(page, "2026-03-12  97530  GP      1      15   AB  46.00   36.02    PT"));
    await screenshot(page, "fixed");
  });

  it("is asked before a fix that attests is made, with the box unticked", async () => {
    await openFile(page, "threshold.claim");
    await problem(page, "kx-missing-above-threshold").waitFor();
    const menu = await openQuickFixes(page, "97140");
    await takeFix(page, menu, "Add KX");
    const preview = page.locator(".bulk-edit-panel");
    await preview.locator(".monaco-list-row", { hasText: "97140" }).waitFor();
    const boxes = await preview.locator("input[type=checkbox]").all();
    assert.ok(boxes.length > 0);
    for (const box of boxes) assert.equal(await box.isChecked(), false);
    await screenshot(page, "attesting");
    assert.ok(await shows(page, "2026-04-07  97140  GP      1      15   A   44.00   27.10    PT"));
  });

  it("makes it when the box is ticked", async () => {
    const preview = page.locator(".bulk-edit-panel");
    await preview.locator("input[type=checkbox]").first().click();
    await preview.locator(".monaco-button", { hasText: "Apply" }).click();
    await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" });
    assert.ok(await shows(page, "2026-04-07  97140  GP KX   1      15   A   44.00   27.10    PT"));
  });

  it("has asked no other host for anything", () => {
    assert.deepEqual([...workbench.requestedHosts], [new URL(page.url()).host]);
  });
});

describe("a person who opens a folder in Restricted Mode", () => {
  let workbench;
  let page;

  before(async () => {
    workbench = await openWorkbench({
      folder: process.env.UI_WORKSPACE,
      openFile: "threshold.claim",
      extensionDevelopmentPath: process.env.UI_EXTENSION,
      trust: false,
    });
    page = workbench.page;
  });

  after(() => workbench?.stop());

  it("has their files checked all the same", async () => {
    await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
    await page.locator(".monaco-editor .squiggly-error").first().waitFor();
    await screenshot(page, "restricted-mode");
  });

  it("opens the rule's page from the Problems list, rendered, without a browser", async () => {
    await page.keyboard.press("Control+Shift+M");
    const found = problem(page, "kx-missing-above-threshold");
    await found.locator("a.monaco-link").click({ modifiers: ["Control"] });
    await page.locator(".tab.active", { hasText: "kx-missing-above-threshold.md" }).waitFor();
    const rendered = page.frameLocator("iframe.webview.ready").frameLocator("iframe");
    await rendered.locator("h1", { hasText: "kx-missing-above-threshold" }).waitFor();
    await screenshot(page, "rule-page");
  });
});
