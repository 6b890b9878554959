import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Document } from "../../server/src/text/document.ts";
import { buildCommand, clean, faulty, folderWith, removeFolders, root, therapyClaims } from "./command.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Position;
  readonly end: Position;
}
interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly claim: number | null;
  readonly payer: string | null;
  readonly range: Range;
  readonly related: readonly { readonly message: string; readonly file?: string; readonly range: Range }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safety: string;
    readonly attests?: string;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
}
interface File {
  readonly path: string;
  readonly language: string;
  readonly claims: number;
  readonly serviceLines: number;
  readonly findings: readonly Finding[];
}
interface Answer {
  readonly version: number;
  readonly files: readonly File[];
  readonly summary: Readonly<Record<string, number>>;
}

describe("The JSON of check", () => {
  before(buildCommand);
  after(removeFolders);

  const check = async (args: readonly string[], cwd = root, input = ""): Promise<Answer> =>
    JSON.parse((await therapyClaims(["check", "--format", "json", ...args], { cwd, input })).stdout) as Answer;

  it("has exactly the documented fields", async () => {
    const answer = await check(["examples", "no-such-file"]);
    assert.deepEqual(Object.keys(answer), ["version", "files", "summary"]);
    assert.equal(answer.version, 1);
    assert.deepEqual(answer.files.at(-1), { path: "no-such-file", error: "no such file or folder" });
    const files = answer.files.slice(0, -1);
    for (const file of files) {
      assert.deepEqual(Object.keys(file), ["path", "language", "findings", "claims", "serviceLines"]);
      assert.match(file.path, /^examples\/(?:quarter\/)?[^/]+$/);
      for (const finding of file.findings) assertFinding(finding, file);
    }
    const found = files.flatMap(({ findings }) => findings);
    assert.ok(found.length > 10, "the examples have too few findings to say anything of their shape");
    const count = (severity: string) => found.filter((finding) => finding.severity === severity).length;
    assert.deepEqual(answer.summary, {
      files: answer.files.length,
      claims: files.reduce((sum, file) => sum + file.claims, 0),
      serviceLines: files.reduce((sum, file) => sum + file.serviceLines, 0),
      errors: count("error"),
      warnings: count("warning"),
      information: count("information"),
      hints: count("hint"),
    });
  });

  it("is without findings for the examples that are called clean, and those of the quarter that are clear together", async () => {
    const { files } = await check(["examples"]);
    const silent = files.filter(({ findings }) => findings.length === 0).map(({ path }) => path);
    assert.deepEqual(silent, [
      "examples/4-clean.superbill",
      "examples/6-clean.837",
      "examples/8-remittance.835",
      "examples/9-eligibility.271",
      "examples/quarter/a-2026-01.superbill",
      "examples/quarter/d-2026-02.superbill",
      "examples/quarter/eligibility-2026-03-05.271",
      "examples/quarter/remittance-2026-03-20.835",
      "examples/quarter/remittance-2026-03-30.835",
    ]);
  });

  it("places findings and edits so that a program can make the fix", async () => {
    const [file] = (await check(["-"], root, faulty)).files;
    const [finding] = file?.findings ?? [];
    assert.deepEqual(finding?.range, { start: { line: 9, character: 12 }, end: { line: 9, character: 17 } });
    assert.equal(finding.claim, 1);
    const [fix] = finding.fixes;
    const changes = [...(fix?.edits ?? [])].reverse().map(({ range, newText }) => ({ range, text: newText }));
    const fixed = Document.create("", "superbill", 0, faulty).edited(changes, 1).getText();
    assert.deepEqual(
      { title: fix?.title, safety: fix?.safety, fixed },
      { title: "Add GP", safety: "safe", fixed: clean },
    );
  });

  it("counts characters as UTF-16 code units, and lines from 0", async () => {
    const row = "2026-03-12 | 97530 |  | 1 | 46.00";
    const text =
      faulty.split("\n").slice(0, 7).join("\n") +
      `\nNote | Code | Mods | Units | Charge\n\u{1F600} | 97530 |  | 1 | 46.00\n`;
    const [file] = (await check(["-", "--rule=therapy-modifier-missing"], root, `DOS: 2026-03-12\n${text}`)).files;
    assert.deepEqual(
      file?.findings[0]?.range,
      { start: { line: 9, character: 5 }, end: { line: 9, character: 10 } },
      row,
    );
  });

  it("is the same bytes for the same input, and the same as when it is printed at once", async () => {
    const args = ["check", "--format=json", "--today=2026-04-01", "examples"];
    const [one, other] = await Promise.all([therapyClaims(args, { cwd: root }), therapyClaims(args, { cwd: root })]);
    assert.equal(one.stdout, other.stdout);
    assert.equal(one.stdout, `${JSON.stringify(JSON.parse(one.stdout), undefined, 2)}\n`);
    const empty = (await therapyClaims(["check", "--format=json"], { cwd: folderWith({}) })).stdout;
    assert.equal(empty, `${JSON.stringify(JSON.parse(empty), undefined, 2)}\n`);
  });
});

function assertFinding(finding: Finding, file: File): void {
  const keys = ["rule", "severity", "message", "claim", "payer", "range", "related", "fixes"];
  assert.deepEqual(Object.keys(finding), keys);
  assert.match(finding.rule, /^[a-z0-9]+(-[a-z0-9]+)+$/);
  assert.match(finding.severity, /^(error|warning|information|hint)$/);
  assert.match(finding.message, /^[^\n\r]+$/);
  assert.ok(finding.payer === null || /^[a-z0-9-]+$/.test(finding.payer));
  assert.ok(finding.claim === null || (finding.claim >= 1 && finding.claim <= file.claims));
  assertRange(finding.range);
  for (const related of finding.related) {
    assert.deepEqual(
      Object.keys(related).filter((key) => key !== "file"),
      ["message", "range"],
    );
    if (related.file !== undefined) assert.ok(related.file !== file.path && existsSync(join(root, related.file)));
    assertRange(related.range);
  }
  for (const fix of finding.fixes) {
    assert.deepEqual(
      Object.keys(fix).filter((key) => key !== "attests"),
      ["title", "safety", "edits"],
    );
    if (fix.safety === "safe") assert.equal(fix.attests, undefined);
    assert.match(fix.safety, /^(safe|review)$/);
    assert.ok(fix.edits.length > 0, `${finding.rule}: ${fix.title} changes nothing`);
    for (const edit of fix.edits) {
      assert.deepEqual(Object.keys(edit), ["range", "newText"]);
      assertRange(edit.range);
    }
  }
}

function assertRange({ start, end }: Range): void {
  for (const position of [start, end]) {
    assert.deepEqual(Object.keys(position), ["line", "character"]);
    assert.ok(Number.isInteger(position.line) && position.line >= 0);
    assert.ok(Number.isInteger(position.character) && position.character >= 0);
  }
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
}
