import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkDoneProgressCancelNotification,
} from "vscode-languageserver-protocol/node";
import { languageOfName } from "../../server/src/formats/registry.ts";
import type { FolderStatus } from "../../server/src/connection/protocol.ts";
import { Editor, endServers } from "./editor.ts";
import { fullCapabilities } from "./full-capabilities.ts";

const quarter = fileURLToPath(new URL("../../examples/quarter", import.meta.url));

/** A practice's quarter in a folder of its own, whose files may be changed. */
class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "therapy-claims-office-"));

  constructor() {
    cpSync(quarter, this.path, { recursive: true });
  }

  uri(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  text(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.path, name)), { recursive: true });
    writeFileSync(join(this.path, name), text);
  }

  remove(name: string): void {
    rmSync(join(this.path, name), { recursive: true });
  }

  rename(from: string, to: string): void {
    renameSync(join(this.path, from), join(this.path, to));
  }
}

const crossing = "a-2026-02.superbill";
const january = "a-2026-01.superbill";

/** Where the amount is passed: the words of the line to which `kx-crossing` speaks. */
function crossedOn(editor: Editor, uri: string, found: readonly Diagnostic[]): readonly string[] {
  const lines = editor.text(uri).split(/\r?\n/);
  return found
    .filter(({ code }) => code === "kx-crossing")
    .map(({ range }) => (lines[range.start.line] ?? "").split(/\s+/).slice(0, 2).join(" "));
}

describe("a folder of claims", () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => {
    endServers();
    rmSync(folder.path, { recursive: true });
  });

  async function openFolder(): Promise<Editor> {
    return Editor.start({ folders: [folder.path] });
  }

  /** As a client that watches the folder says it. */
  async function changed(editor: Editor, ...changes: readonly (readonly [string, FileChangeType])[]): Promise<void> {
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([name, type]) => ({ uri: folder.uri(name), type })),
    });
  }

  async function open(editor: Editor, name: string, language = "superbill"): Promise<string> {
    const uri = folder.uri(name);
    await editor.open(uri, folder.text(name), language);
    return uri;
  }

  /** What is found once it is this: until then, what changed elsewhere is on its way. */
  async function until(
    editor: Editor,
    uri: string,
    isMeant: (found: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = await editor.diagnostics(uri);
      if (isMeant(found)) return found;
      await editor.refreshed();
    }
  }

  it("shows in an open file what is used over all of them", async () => {
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    const found = await until(editor, uri, (all) => crossedOn(editor, uri, all).length > 0);
    assert.deepEqual(crossedOn(editor, uri, found), ["2026-02-13 97140"]);
    const sent = await open(editor, "sent-2026-03-05.837", "x12");
    const foundInSent = await editor.diagnostics(sent);
    assert.equal(foundInSent.filter(({ code }) => code === "kx-crossing").length, 1);
  });

  it("is counted anew as an open file is edited, and as it stands on disk once that is closed", async () => {
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97140");
    const first = await open(editor, january);
    await editor.diagnostics(first);
    const visit = editor.rangeOf(first, "58.24");
    await editor.change(first, { range: visit, text: "98.24" });
    await editor.diagnostics(first);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97110");
    await editor.close(first);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97140");
  });

  it("is read again where a file on disk changed, came or went", async () => {
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97140");
    const text = folder.text(january);
    folder.remove(january);
    await changed(editor, [january, FileChangeType.Deleted]);
    await until(editor, uri, (all) => crossedOn(editor, uri, all).length === 0);
    folder.write(january, text.replace("58.24", "98.24"));
    await changed(editor, [january, FileChangeType.Created]);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97110");
    folder.write(january, text);
    await changed(editor, [january, FileChangeType.Changed]);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97140");
  });

  it("forgets all files of a folder that goes, and reads those of one that comes, where only the folder is named", async () => {
    const text = folder.text(january);
    folder.remove(january);
    folder.write(`2026/january/${january}`, text);
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    const crossedWith = (line: string | undefined): Promise<unknown> =>
      until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === line);
    await crossedWith("2026-02-13 97140");
    folder.rename("2026", "elsewhere");
    await changed(editor, ["2026", FileChangeType.Deleted], ["elsewhere", FileChangeType.Created]);
    folder.write(`elsewhere/january/${january}`, text.replace("58.24", "98.24"));
    await changed(editor, [`elsewhere/january/${january}`, FileChangeType.Changed]);
    await crossedWith("2026-02-13 97110");
    folder.remove("elsewhere");
    await changed(editor, ["elsewhere", FileChangeType.Deleted]);
    await crossedWith(undefined);
    folder.write(`again/january/${january}`, text);
    await changed(editor, ["again", FileChangeType.Created]);
    await crossedWith("2026-02-13 97140");
  });

  it("does not read what is left out of a folder that comes, nor another file than those of claims", async () => {
    const text = folder.text(january);
    folder.remove(january);
    folder.write(".git/HEAD", "");
    folder.write(".gitignore", "old/\n");
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    await until(editor, uri, (all) => crossedOn(editor, uri, all).length === 0);
    folder.write(`old/january/${january}`, text);
    folder.write("new/january/visits.txt", text);
    await changed(editor, ["old", FileChangeType.Created], ["old/january", FileChangeType.Created]);
    await changed(editor, ["new/january/visits.txt", FileChangeType.Created], ["new", FileChangeType.Created]);
    folder.write(`kept/${january}`, text.replace("58.24", "98.24"));
    await changed(editor, ["kept", FileChangeType.Created]);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97110");
    const status = await editor.connection.sendRequest<{ folder: FolderStatus }>("therapyClaims/status", { uri });
    assert.equal(status.folder.found, readdirSync(quarter).filter((name) => languageOfName(name)).length);
  });

  it("says where in another file the amount was passed", async () => {
    const editor = await openFolder();
    const uri = await open(editor, "a-2026-03.superbill");
    await editor.change(uri, { range: editor.rangeOf(uri, "GP KX"), text: "GP   " });
    const found = await until(editor, uri, (all) => all.some(({ code }) => code === "kx-missing-above-threshold"));
    const missing = found.find(({ code }) => code === "kx-missing-above-threshold");
    const [related] = missing?.relatedInformation ?? [];
    assert.ok([folder.uri(crossing), folder.uri("sent-2026-03-05.837")].includes(related?.location.uri ?? ""));
  });

  it("is read no further when the user stops it, which the status says", async () => {
    const text = folder.text(january);
    for (let number = 0; number < 1500; number++) folder.write(`copy-${String(number)}.superbill`, text);
    const capabilities = { ...fullCapabilities, window: { workDoneProgress: true } };
    const editor = await Editor.start({ folders: [folder.path], capabilities });
    const uri = await open(editor, crossing);
    const token = await editor.progressed("begin");
    await editor.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    await editor.progressed("end");
    const { folder: standing } = await editor.connection.sendRequest<{ folder: FolderStatus }>("therapyClaims/status", {
      uri,
    });
    const { isReading, isStopped, read, found } = standing;
    assert.deepEqual({ isReading, isStopped }, { isReading: false, isStopped: true });
    assert.ok(read < found, `${String(read)} of ${String(found)} files are read`);
    assert.ok((await editor.diagnostics(uri)).length > 0, "the open document is checked all the same");
  });

  it("holds nothing that can't be read, and is none where no folder is open", async () => {
    folder.write("broken.837", "ISA*00*\u0000");
    folder.write("empty.superbill", "");
    const editor = await openFolder();
    const uri = await open(editor, crossing);
    await until(editor, uri, (all) => crossedOn(editor, uri, all)[0] === "2026-02-13 97140");
    const alone = await Editor.start();
    await alone.open(uri, folder.text(crossing));
    assert.deepEqual(crossedOn(alone, uri, await alone.diagnostics(uri)), []);
    assert.equal(editor.stderr + alone.stderr, "");
  });
});
