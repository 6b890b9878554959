import { chromium } from "playwright-core";
import { installChromium } from "./install.mjs";

/** A page that is open on a test machine speaks to its own server and to nobody else. */
const quietArguments = [
  // Chromium's sandbox refuses the root user and many containers; only a server of this machine is ever opened.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens headless Chromium with one empty page.
 * @returns {Promise<{ page: import("playwright-core").Page, requestedHosts: Set<string>, close: () => Promise<void> }>}
 */
export async function openBrowser() {
  // Signals are left to server.mjs, which then ends this process; playwright ends Chromium at exit.
  const browser = await chromium.launch({
    executablePath: await installChromium(),
    headless: true,
    args: quietArguments,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const requestedHosts = new Set();
  const remember = (address) => {
    const { host } = new URL(address);
    if (host !== "") requestedHosts.add(host);
  };
  context.on("request", (request) => remember(request.url()));
  const page = await context.newPage();
  page.on("websocket", (socket) => remember(socket.url()));
  return { page, requestedHosts, close: () => browser.close() };
}

/**
 * The address under which the server shows a workbench.
 * @param {import("./server.mjs").Server} server
 * @param {object} options
 * @param {string} [options.target] a folder or a `.code-workspace` file; without it an empty window opens
 * @param {string[]} [options.extensionDevelopmentPaths]
 * @param {[string, string][]} [options.payload] further startup options
 */
export function workbenchAddress(server, { target, extensionDevelopmentPaths = [], payload = [] }) {
  const address = new URL(`http://${server.authority}/`);
  if (!target) address.searchParams.set("ew", "true");
  else address.searchParams.set(target.endsWith(".code-workspace") ? "workspace" : "folder", target);
  const startup = [["skipWelcome", "true"], ...payload];
  for (const path of extensionDevelopmentPaths) startup.push(["extensionDevelopmentPath", server.uri(path)]);
  address.searchParams.set("payload", JSON.stringify(startup));
  return address.href;
}
