#!/usr/bin/env node
// Stands in for the `code` executable that @vscode/test-electron starts, where VS Code itself cannot be had: takes the same
// arguments, runs the suite in the extension host of a workbench in headless Chromium, and ends with the suite's result.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setInterval } from "node:timers";
import { parseArgs } from "node:util";
import { openBrowser, workbenchAddress } from "./browser.mjs";
import { startServer } from "./server.mjs";
import { readStatistics } from "./statistics.mjs";

const timeLimitMilliseconds = Number(process.env.VSCODE_HOST_TIME_LIMIT ?? 180_000);

/** What the workbench itself says while it starts; everything else comes from the tests or from extensions. */
const startupChatter =
  /^(Creating a socket|Resolv(ing|ed) connection token|(Ignoring|Updating) .*builtin|\[Service Worker\]|ChatSessionStore|\[reconnection-grace-time\])/;

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: "string", multiple: true, default: [] },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "disable-workspace-trust": { type: "boolean", default: false },
  },
  allowPositionals: true,
  // A desktop VS Code knows many more options, of which none matters here.
  strict: false,
});

// Who started this has gone, so nobody wants the result.
const startedBy = process.ppid;
setInterval(() => process.ppid !== startedBy && process.exit(1), 1000).unref();

process.exit((await runSuite()) ? 0 : 1);

async function runSuite() {
  if (!values.extensionTestsPath) throw new Error("This host only runs test suites: --extensionTestsPath is missing.");
  const server = await startServer({ settings: await userSettings(), trust: values["disable-workspace-trust"] });
  let browser;
  let complaint;
  try {
    const statisticsFile = process.env.SUITE_STATISTICS;
    if (!statisticsFile)
      throw new Error("SUITE_STATISTICS must name the file in which the suite proves that it finished.");
    browser = await openBrowser();
    const code = await suiteResult(server, browser.page);
    // A killed extension host, and a suite without a test, end with code 0 too; so the suite's own word is asked for.
    complaint = complaintAbout(await readStatistics(statisticsFile)) ?? (code === 0 ? undefined : `ended with ${code}`);
  } catch (error) {
    complaint = error.message;
  }
  if (complaint) {
    const screenshot = join(server.stateFolder, "failure.png");
    await browser?.page.screenshot({ path: screenshot, timeout: 5000 }).catch(() => undefined);
    console.error(`The suite failed: ${complaint}\nScreenshot: ${screenshot}\nServer log: ${server.log}`);
  }
  await browser?.close();
  await server.stop({ keepState: complaint !== undefined });
  return complaint === undefined;
}

/** Resolves with the code that the extension host reports. */
function suiteResult(server, page) {
  return new Promise((finished, failed) => {
    page.on("crash", () => failed(new Error("the page crashed")));
    const limit = setTimeout(() => {
      failed(new Error(`no result within ${timeLimitMilliseconds / 1000} s`));
    }, timeLimitMilliseconds);
    limit.unref();
    // The workbench looks for functions of these names when it was started to run a suite.
    const offered = [
      page.exposeFunction("codeAutomationLog", printConsoleMessage),
      page.exposeFunction("codeAutomationExit", finished),
    ];
    const address = workbenchAddress(server, {
      target: positionals[0] && resolve(positionals[0]),
      extensionDevelopmentPaths: values.extensionDevelopmentPath,
      payload: [
        ["extensionTestsPath", server.uri(values.extensionTestsPath)],
        ["enableProposedApi", ""],
      ],
    });
    Promise.all(offered)
      .then(() => page.goto(address))
      .catch(failed);
  });
}

function printConsoleMessage(type, parts) {
  if (startupChatter.test(String(parts[0]))) return;
  const print = type === "error" || type === "warn" ? console.error : console.log;
  print(...parts);
}

function complaintAbout(statistics) {
  if (!statistics) return "the extension host ended before the suite did";
  if (statistics.failed > 0) return `${statistics.failed} of its tests failed`;
  if (statistics.passed === 0) return "no test passed";
  return undefined;
}

async function userSettings() {
  if (!values["user-data-dir"]) return {};
  const file = join(values["user-data-dir"], "User/settings.json");
  return existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : {};
}
