// What a person does in the workbench, and what they see there.
import { join } from "node:path";

/** A token in the editor, as it is coloured: a code, a modifier. */
export function token(page, text) {
  return page.locator(".monaco-editor .view-line span span", { hasText: new RegExp(`^\\s*${text}\\s*$`) }).first();
}

export function problem(page, rule) {
  return page.locator(".markers-panel .monaco-list-row", { hasText: rule }).first();
}

/** Whether a visible line is this, with or without a hint behind it. */
export async function shows(page, text) {
  const lines = await linesOf(page);
  return lines.some(
    (line) => line.startsWith(text) && /^(\W*used [\d,.]+ of [\d,.]+)?\W*$/.test(line.slice(text.length)),
  );
}

/** The visible lines, with ordinary blanks. */
export async function linesOf(page) {
  const lines = await page.locator(".monaco-editor .view-line").allTextContents();
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

export async function openFile(page, name) {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").fill(name);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: name }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: name }).waitFor();
}

/** Puts the cursor on a token and opens the quick fixes there with the keyboard. */
export async function openQuickFixes(page, text) {
  await token(page, text).click();
  await awayWithTheMouse(page);
  const menu = page.locator(".action-widget:not(.action-list-submenu-panel)");
  // The keys can be swallowed while the mouse's hover is on its way out.
  for (let attempt = 0; attempt < 5; attempt++) {
    await page.keyboard.press("Control+.");
    const isOpen = await menu.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isOpen) return menu;
    await page.keyboard.press("Escape");
  }
  throw new Error("the quick fixes did not open");
}

/** Moves down in the open menu to the fix with that title, and takes it. */
export async function takeFix(page, menu, title) {
  const focused = menu.locator(".monaco-list-row.focused");
  for (let step = 0; step < 10 && (await focused.innerText()).trim() !== title; step++) {
    await page.keyboard.press("ArrowDown");
  }
  await focused.filter({ hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}

export async function awayWithTheMouse(page) {
  await page.mouse.move(900, 460);
}

/** Waits until what fades in stands there, for a screenshot that shows it. */
export async function stillness(elements) {
  await elements.evaluateAll((all) =>
    Promise.all(all.flatMap((element) => element.getAnimations({ subtree: true }).map(({ finished }) => finished))),
  );
}

/** Of the whole window, or of something in it. */
export function screenshot(what, name) {
  return what.screenshot({ path: join(process.env.UI_SCREENSHOTS, `${name}.png`) });
}
