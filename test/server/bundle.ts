import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The server as it is packaged; built first where it is missing or older than its sources. */
export function serverBundle(): string {
  const bundle = join(root, "dist/server.cjs");
  const sources = join(root, "server/src");
  const newest = Math.max(
    ...readdirSync(sources, { recursive: true }).map((name) => changedAt(join(sources, String(name)))),
  );
  if (!existsSync(bundle) || changedAt(bundle) < newest) {
    execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { cwd: root, stdio: "pipe" });
  }
  return bundle;
}

function changedAt(path: string): number {
  return statSync(path).mtimeMs;
}
