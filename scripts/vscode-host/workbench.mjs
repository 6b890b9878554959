import { join, resolve } from "node:path";
import { openBrowser, workbenchAddress } from "./browser.mjs";
import { startServer } from "./server.mjs";

const startLimitMilliseconds = 60_000;

/**
 * Opens VS Code as a person sees it, for tests that click and type. Close it with `stop` in an `after` hook; a process that
 * ends without has nothing left running either.
 * @param {object} options
 * @param {string} options.folder the folder to open
 * @param {string} [options.openFile] a file to open, absolute or within the folder; it is shown when this returns
 * @param {string} [options.extensionDevelopmentPath] an extension run from its folder
 * @param {string} [options.vsix] an extension installed from its package
 * @param {Record<string, unknown>} [options.settings] the user's settings
 * @param {boolean} [options.trust] false opens the folder in Restricted Mode
 * @returns {Promise<{
 *   page: import("playwright-core").Page,
 *   requestedHosts: Set<string>,
 *   serverLog: string,
 *   stop: () => Promise<void>,
 * }>} with `requestedHosts` every host that the page asked for anything, and `serverLog` a file that lasts until `stop`
 */
export async function openWorkbench({ folder, openFile, extensionDevelopmentPath, vsix, settings, trust = true }) {
  const server = await startServer({ settings, trust, vsix });
  let browser;
  try {
    browser = await openBrowser();
    const { page, requestedHosts, close } = browser;
    page.setDefaultTimeout(15_000);
    const address = workbenchAddress(server, {
      target: resolve(folder),
      extensionDevelopmentPaths: extensionDevelopmentPath ? [extensionDevelopmentPath] : [],
      payload: openFile ? [["openFile", server.uri(resolve(folder, openFile))]] : [],
    });
    await page.goto(address);
    const sign = openFile ? ".monaco-editor .view-line" : ".monaco-workbench .statusbar-item";
    await page.locator(sign).first().waitFor({ timeout: startLimitMilliseconds });
    const stop = async () => {
      await close();
      await server.stop();
    };
    return { page, requestedHosts, serverLog: server.log, stop };
  } catch (error) {
    const screenshot = join(server.stateFolder, "failure.png");
    await browser?.page.screenshot({ path: screenshot }).catch(() => undefined);
    await browser?.close();
    await server.stop({ keepState: true });
    throw new Error(`The workbench did not open; see ${screenshot} and ${server.log}`, { cause: error });
  }
}
