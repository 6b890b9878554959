import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { paintFor } from "../../server/src/cli/paint.ts";
import { progressOn } from "../../server/src/cli/progress.ts";
import { buildCommand, clean, faulty, folderWith, removeFolders, therapyClaims } from "./command.ts";

const escape = "\u001b";

describe("The output of check for a person", () => {
  before(buildCommand);
  after(removeFolders);

  it("shows the file, the place, the line with all but codes and numbers masked, and the fix", async () => {
    const cwd = folderWith({
      "visits/rivera.superbill": faulty.replace("By\n", "By     Note\n").replace(/PT\n$/, "PT     Ana\n"),
    });
    const { stdout } = await therapyClaims(["check", "visits"], { cwd });
    assert.equal(
      stdout,
      `visits/rivera.superbill
  10:13  error  97530 needs GN, GO or GP  therapy-modifier-missing
    | 2026-03-12  97530        1      15   A   46.00   36.02    ··     ···
    |             ^^^^^
    fix: Add GP

1 claim and 2 service lines in 1 file: 1 error, 0 warnings, 0 information, 0 hints
`,
    );
  });

  it("is one line where nothing is wrong", async () => {
    const { stdout } = await therapyClaims(["check", "-"], { input: clean });
    assert.equal(stdout, "1 claim and 2 service lines in 1 file: 0 errors, 0 warnings, 0 information, 0 hints\n");
  });

  it("says which files could not be checked", async () => {
    const cwd = folderWith({ "a.superbill": clean });
    const { stdout } = await therapyClaims(["check", "a.superbill", "b.superbill"], { cwd });
    assert.match(stdout, /^b\.superbill\n {2}no such file or folder\n\n.* in 2 files: .*; 1 file not checked\n$/);
  });

  it("has colours where FORCE_COLOR asks for them, and none where NO_COLOR is set or nobody looks", async () => {
    const check = async (env: Record<string, string>): Promise<string> =>
      (await therapyClaims(["check", "-"], { input: faulty, env })).stdout;
    const plain = await check({});
    const coloured = await check({ FORCE_COLOR: "1" });
    assert.ok(!plain.includes(escape));
    assert.ok(coloured.includes(`${escape}[31merror${escape}[39m`));
    assert.equal(stripVTControlCharacters(coloured), plain);
    for (const env of [{ NO_COLOR: "1" }, { FORCE_COLOR: "0" }, { NO_COLOR: "1", FORCE_COLOR: "1" }]) {
      assert.equal(await check(env), plain);
    }
    assert.equal(await check({ NO_COLOR: "", FORCE_COLOR: "1" }), coloured);
  });

  it("has colours on a terminal, unless it can't show them", () => {
    const isColoured = (isTTY: boolean, env: Record<string, string>): boolean =>
      paintFor({ isTTY }, env)("red", "x") !== "x";
    assert.ok(isColoured(true, { TERM: "xterm" }));
    assert.ok(!isColoured(true, { TERM: "dumb" }));
    assert.ok(!isColoured(true, { NO_COLOR: "1" }));
    assert.ok(!isColoured(false, {}));
  });

  it("can't be steered by what stands in a file", async () => {
    const hostile = faulty.replace("46.00 ", `${escape}[2J\u202E`).replace("97110", `97${escape}]`);
    const cwd = folderWith({ "a.superbill": hostile });
    for (const flags of [[], ["--quiet"]]) {
      const { stdout } = await therapyClaims(["check", ...flags], { cwd });
      assert.ok(stdout.length > 100);
      assert.doesNotMatch(stdout.replaceAll("\n", ""), /[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe("The progress of check", () => {
  /** What stands on the terminal after the files, each of which took so many milliseconds. */
  function shownAfter(times: readonly number[], isTTY: boolean): string {
    let time = 0;
    let shown = "";
    const stream = { isTTY, write: (text: string) => (shown += text) };
    const progress = progressOn(stream, { files: times.length, passes: ["checked"] }, () => time);
    for (const taken of times) {
      progress.clear();
      time += taken;
      progress.step();
    }
    return shown;
  }

  const fourSeconds = [900, 900, 900, 900];

  it("is a bar on a terminal, once the work takes more than a second", () => {
    const erase = `\r${escape}[K`;
    const bars = ["############            ] 2", "##################      ] 3", "########################] 4"];
    assert.equal(shownAfter(fourSeconds, true), bars.map((bar) => `${erase}[${bar} of 4 files checked`).join(erase));
  });

  it("is not shown before, nor where nobody looks", () => {
    assert.equal(shownAfter([100, 100], true), "");
    assert.equal(shownAfter(fourSeconds, false), "");
  });
});
