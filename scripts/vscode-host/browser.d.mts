import type { Page } from "playwright-core";

export function openBrowser(): Promise<{
  readonly page: Page;
  readonly requestedHosts: ReadonlySet<string>;
  readonly close: () => Promise<void>;
}>;
