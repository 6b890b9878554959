// What a person does in the workbench, for the tests that click and type.

/**
 * Moves the mouse onto a text in the editor, as one does for its hover.
 * @param {import("playwright-core").Page} page
 * @param {string} text within one visible line; its first occurrence counts
 */
export async function pointAt(page, text) {
  const { x, y } = await placeOf(page, text);
  // A hover opens only for a mouse that arrives from elsewhere and moves.
  await page.mouse.move(x + 40, y + 40);
  await page.mouse.move(x, y, { steps: 5 });
}

/**
 * Puts the cursor into a text in the editor.
 * @param {import("playwright-core").Page} page
 * @param {string} text
 */
export async function clickAt(page, text) {
  const { x, y } = await placeOf(page, text);
  await page.mouse.click(x, y);
}

/**
 * Opens the menu of quick fixes at the cursor.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<import("playwright-core").Locator>} the menu; its fixes are `.action` within
 */
export async function openQuickFixes(page) {
  const menu = page.locator(".action-widget:not(.action-list-submenu-panel)");
  // A hover that is open swallows the key once, so the mouse leaves first, and the key is pressed until it is heard.
  await page.mouse.move(640, 700);
  for (let attempt = 1; attempt <= 5; attempt++) {
    await page.keyboard.press("Control+.");
    const opened = await menu.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (opened) return menu;
    await page.keyboard.press("Escape");
  }
  throw new Error("The menu of quick fixes did not open");
}

/**
 * Runs a command from the command palette.
 * @param {import("playwright-core").Page} page
 * @param {string} title as the palette shows it, its category included
 */
export async function runCommand(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
}

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string>} the lines that the active editor shows, from the top
 */
export async function visibleText(page) {
  return page.locator(".editor-group-container.active .view-lines").evaluate((lines) =>
    [...lines.querySelectorAll(".view-line")]
      .sort((one, other) => parseFloat(one.style.top) - parseFloat(other.style.top))
      .map((line) => line.textContent.replaceAll("\u00a0", " "))
      .join("\n"),
  );
}

/** The middle of a text on the page: a line's words are not elements of their own, where no grammar colours them. */
async function placeOf(page, text) {
  const lines = page.locator(".editor-group-container.active .view-line");
  await lines.filter({ hasText: text }).first().waitFor();
  const place = await lines.evaluateAll((all, wanted) => {
    for (const line of all) {
      const start = line.textContent.replaceAll("\u00a0", " ").indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      const [first, last] = [start, start + wanted.length].map((offset) => {
        const walker = document.createTreeWalker(line, document.defaultView.NodeFilter.SHOW_TEXT);
        let before = 0;
        let node = walker.nextNode();
        while (node && before + node.length < offset) {
          before += node.length;
          node = walker.nextNode();
        }
        return { node, offset: offset - before };
      });
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return undefined;
  }, text);
  if (!place) throw new Error(`The editor does not show ${JSON.stringify(text)}`);
  return place;
}
