import type { Page } from "playwright-core";

/** A way in which the page is shown. */
export interface Look {
  readonly name: string;
  apply(page: Page): Promise<void>;
}

export const looks: readonly Look[] = [
  { name: "light", apply: (page) => show(page, { colorScheme: "light" }) },
  { name: "dark", apply: (page) => show(page, { colorScheme: "dark" }) },
  { name: "forced-colors-light", apply: (page) => show(page, { colorScheme: "light", forcedColors: "active" }) },
  { name: "forced-colors-dark", apply: (page) => show(page, { colorScheme: "dark", forcedColors: "active" }) },
  { name: "narrow", apply: (page) => show(page, { colorScheme: "light" }, 760) },
  { name: "phone", apply: (page) => show(page, { colorScheme: "dark" }, 420) },
  { name: "print", apply: (page) => show(page, { media: "print" }, 965) },
  { name: "theme-high-contrast", apply: (page) => showTheme(page, "vscode-high-contrast", highContrast) },
  { name: "theme-dark", apply: (page) => showTheme(page, "vscode-dark", darkModern) },
];

// What VS Code sets on the page of a webview, of its themes Dark High Contrast and Dark Modern.
const highContrast = {
  "editor-background": "#000000",
  "editor-foreground": "#ffffff",
  descriptionForeground: "rgba(255, 255, 255, 0.7)",
  contrastBorder: "#6fc3df",
  focusBorder: "#f38518",
  "charts-blue": "#59a4f9",
  "charts-red": "#f48771",
};
const darkModern = {
  "editor-background": "#1f1f1f",
  "editor-foreground": "#cccccc",
  descriptionForeground: "#9d9d9d",
  focusBorder: "#0078d4",
  "charts-blue": "#59a4f9",
  "charts-red": "#f14c4c",
};

async function show(page: Page, media: NonNullable<Parameters<Page["emulateMedia"]>[0]>, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ media: "screen", colorScheme: "light", forcedColors: "none", ...media });
}

async function showTheme(page: Page, bodyClass: string, colors: Readonly<Record<string, string>>): Promise<void> {
  await show(page, { colorScheme: "light" });
  await page.evaluate(`document.body.className = "${bodyClass}"`);
  for (const [name, color] of Object.entries(colors))
    await page.evaluate(`document.documentElement.style.setProperty("--vscode-${name}", "${color}")`);
}
