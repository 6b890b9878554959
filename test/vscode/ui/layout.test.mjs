import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import { openWorkbench } from "../../../scripts/vscode-host/workbench.mjs";
import { awayWithTheMouse, linesOf, openFile, screenshot } from "./hands.mjs";

const head =
  "ISA*00*          *00*          *ZZ*CLINIC         *ZZ*CLEARHOUSE     *260301*0930*^*00501*000000001*0*T*:~" +
  "GS*HC*CLINIC*CLEARHOUSE*20260301*0930*1*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019*00*BATCH1*20260301*0930*CH~";
const level = "HL*1**20*1~NM1*85*2*ELM STREET REHAB*****XX*1234567893~";
const tail = "SE*3*0001~GE*1*1~IEA*1*000000001~";

describe("a person who opens X12 on one line", () => {
  let workbench;
  let page;
  let status;

  before(async () => {
    const folder = process.env.UI_WORKSPACE;
    await writeFile(join(folder, "one-line.837"), head + tail);
    await writeFile(join(folder, "long-line.837"), head + level.repeat(300) + tail);
    await writeFile(join(folder, "too-large.837"), head + level.repeat(1_000_000) + tail);
    workbench = await openWorkbench({
      folder,
      openFile: "one-line.837",
      extensionDevelopmentPath: process.env.UI_EXTENSION,
    });
    page = workbench.page;
    status = page.locator("#status\\.languageStatus");
  });

  after(() => workbench?.stop());

  afterEach(async function () {
    if (this.currentTest.state === "failed") await screenshot(page, `failed: ${this.currentTest.title}`);
  });

  async function itemOnce(words) {
    await page.locator(`#status\\.languageStatus[aria-label*="${words}"]`).waitFor();
    await status.hover();
    const item = page.locator(".hover-language-status", { hasText: words }).first();
    await item.waitFor();
    return item;
  }

  it("is offered one segment a line under the language", async () => {
    // VS Code draws the list anew when anybody's item in it changes; a click meanwhile is lost, and made again.
    const laidOut = page.locator(".view-line", { hasText: /^SE/ });
    for (let clicks = 0; clicks < 3 && !(await laidOut.isVisible()); clicks++) {
      const item = await itemOnce("Several segments a line");
      await screenshot(page, "one-line");
      await item.getByText("One Segment a Line", { exact: true }).click();
      await awayWithTheMouse(page);
      await laidOut.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    assert.ok(await laidOut.isVisible());
    assert.ok((await linesOf(page)).includes("ST*837*0001*005010X222A1~"));
    await page.locator('#status\\.languageStatus:not([aria-label*="Several segments"])').waitFor();
    await screenshot(page, "one-segment-a-line");
  });

  it("lays it out as it was sent, with the keyboard", async () => {
    await page.keyboard.press("F1");
    await page.locator(".quick-input-widget input").fill(">Lay Out as It Was Sent");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Therapy Claims: Lay Out" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: "~GS*HC*" }).waitFor();
  });

  it("is told that a line is too long to be painted", async () => {
    await openFile(page, "long-line.837");
    const item = await itemOnce("Not wholly shown");
    assert.match(await item.innerText(), /10,000 characters of a line.*One Segment a Line/s);
    await screenshot(page, "long-line");
    await awayWithTheMouse(page);
  });

  it("is told that a file over 50 MiB is not checked", async () => {
    await openFile(page, "too-large.837");
    const anyway = page.getByText("Open Anyway");
    await anyway
      .or(page.locator(".view-line", { hasText: "ISA*00*" }))
      .first()
      .waitFor();
    if (await anyway.isVisible()) await anyway.click();
    const item = page.locator(".statusbar-item[aria-label*='Not checked'], .statusbar-item[aria-label*='not checked']");
    await item.waitFor();
    assert.match(await item.getAttribute("aria-label"), /50 MiB.*therapy-claims check/s);
    await screenshot(page, "too-large");
    await openFile(page, "one-line.837");
    await item.waitFor({ state: "detached" });
  });
});
