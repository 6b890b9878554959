import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";

describe("activation", () => {
  it("runs in a VS Code that the extension supports", () => {
    assert.match(vscode.version, /^1\.\d{3,}\.\d+/);
  });

  it("activates", async function () {
    const extension = vscode.extensions.getExtension("therapy-claims.therapy-claims");
    assert.ok(extension, "the extension is not there");
    if (!existsSync(join(extension.extensionPath, "dist/client.cjs"))) this.skip();
    await extension.activate();
    assert.ok(extension.isActive);
  });
});
