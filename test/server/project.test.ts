import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { folderWith, removeFolders } from "../cli/command.ts";
import { Editor, endServers } from "./editor.ts";
import { fullCapabilities } from "./full-capabilities.ts";

const visit = "Payer: Blue Valley Health\nDOS: 2026-03-02\n97110 x2\n";
const asksForPlans = JSON.stringify({
  payers: [{ id: "blue-valley", name: "Blue Valley Health", planModifiers: "required" }],
});
const watching = {
  ...fullCapabilities,
  workspace: { ...fullCapabilities.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

describe("the project's file", () => {
  afterEach(endServers);
  after(removeFolders);

  it("goes before the editor's settings for the documents below its folder", async () => {
    const folder = folderWith({ "therapy-claims.json": asksForPlans });
    const editor = await Editor.start({ settings: {} });
    const inside = pathToFileURL(join(folder, "march/visit.superbill")).href;
    await editor.open(inside, visit);
    assert.ok((await editor.diagnostics(inside)).some(({ code }) => code === "therapy-modifier-missing"));
    await editor.open("untitled:Untitled-1", visit, "superbill");
    const untitled = await editor.diagnostics("untitled:Untitled-1");
    assert.ok(!untitled.some(({ code }) => code === "therapy-modifier-missing"));
  });

  it("is watched, and every document is checked anew when it changes", async () => {
    const folder = folderWith({ "therapy-claims.json": "{}" });
    const editor = await Editor.start({ settings: {}, capabilities: watching });
    const uri = pathToFileURL(join(folder, "visit.superbill")).href;
    await editor.open(uri, visit);
    const before = await editor.pull(uri);
    assert.deepEqual([...editor.registered].sort(), [
      "workspace/didChangeConfiguration",
      "workspace/didChangeWatchedFiles",
    ]);
    writeFileSync(join(folder, "therapy-claims.json"), asksForPlans);
    const changes = [{ uri: pathToFileURL(join(folder, "therapy-claims.json")).href, type: 2 }];
    await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await editor.refreshed();
    const after = await editor.pull(uri, before.resultId);
    assert.equal(after.kind, "full");
    assert.ok(after.items.some(({ code }) => code === "therapy-modifier-missing"));
  });

  it("is told of in the status where it is wrong", async () => {
    const folder = folderWith({ "therapy-claims.json": '{ "payer": "Rivera" }' });
    const editor = await Editor.start({ settings: {} });
    const uri = pathToFileURL(join(folder, "visit.superbill")).href;
    await editor.open(uri, visit);
    await editor.diagnostics(uri);
    const { settingsProblems } = await editor.connection.sendRequest<{ settingsProblems: readonly string[] }>(
      "therapyClaims/status",
      { uri },
    );
    assert.deepEqual(settingsProblems, [
      "therapy-claims.json: payer is not the id or the name of a payer that is known.",
    ]);
  });
});
