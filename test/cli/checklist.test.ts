import assert from "node:assert/strict";
import { kxChecklist, shownByRecord } from "../../server/src/rules/topics/kx-checklist.ts";
import { renderTopic } from "../../server/src/rules/render.ts";
import { buildCommand, folderWith, removeFolders, root, therapyClaims } from "./command.ts";

const head = `SUPERBILL #1042
Patient: Rivera, Ana   Medicare ID: 1EG4-TE5-MK73   Payer: Medicare Part B
Plan of care: 2026-01-05 to 2026-06-30   Certified: 2026-01-09   Recertified: 2026-04-02 to 2026-06-30
Progress report: 2026-03-02, 2026-04-06
`;

/** Treated on two days since the report, under the discipline of the modifier. */
const visits = (code: string, plan: string, label: string): string => `${head}${label}: $2,460.00 as of 2026-03-31

Date        Code   Mods   Units  Charge  Allowed
2026-04-07  ${code}  ${plan}     1      44.00   19.99
2026-04-09  ${code}  ${plan}     1      44.00   27.10
2026-04-09  ${code}  ${plan} KX  1      44.00   27.10
`;

describe("checklist on the command line", () => {
  before(buildCommand);
  after(removeFolders);

  const of = async (input: string, ...flags: string[]): Promise<string> => {
    const { status, stdout, stderr } = await therapyClaims(["checklist", ...flags, "-"], { input });
    assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    return stdout;
  };
  const sentences = (markdown: string): string[] =>
    markdown.split("\n").filter((line) => line.startsWith("- ") && !line.startsWith("- [ ]"));

  for (const [discipline, code, plan, label, amount] of [
    ["PT", "97140", "GP", "YTD PT/SLP", "PT/SLP 2026"],
    ["OT", "97535", "GO", "YTD OT", "OT 2026"],
    ["SLP", "92526", "GN", "YTD PT/SLP", "PT/SLP 2026"],
  ] as const) {
    it(`states for ${discipline} what the claim shows, with its lines and amounts`, async () => {
      const markdown = await of(visits(code, plan, label));
      const [, shown = ""] = markdown.split("## Claim 1\n\n");
      assert.equal(
        shown.slice(0, shown.indexOf("\nWhat the record")),
        `| Line | Date | Code | Modifiers | Amount | Used before | With it | Of |
| ---: | --- | --- | --- | --- | ---: | ---: | ---: |
| 9 | 2026-04-09 | ${code} | ${plan} | ${amount} | 2,479.99 | 2,507.09 | 2,480.00 |
| 10 | 2026-04-09 | ${code} | ${plan} KX | ${amount} | 2,507.09 | 2,534.19 | 2,480.00 |

What the claim shows:

- Plan of care: 2026-01-05 to 2026-06-30 (line 3).
- Certified: 2026-01-09 (line 3).
- Recertified: 2026-04-02 to 2026-06-30 (line 3).
- 7 days from 2026-04-02, the latest begin that the claim states, to 2026-04-09, its last date of service; a certification lasts at most 90.
- Last progress report before 2026-04-09: 2026-04-06 (line 4).
- 2 treatment days under the ${discipline} plan since then, by this file, up to 2026-04-09; a report is due by the tenth.
`,
      );
      assert.match(markdown, /^- The amount of 2026, 2,480\.00: /m);
    });
  }

  it("ticks no box, and takes every box and source from the topic", async () => {
    const markdown = await of(visits("97140", "GP", "YTD PT/SLP"));
    const boxes = [...markdown.matchAll(/^- \[(.)\] (.*)\.$/gm)];
    assert.deepEqual(new Set(boxes.map(([, mark]) => mark)), new Set([" "]));
    const clauses = boxes.map(([, , text = ""]) => text.charAt(0).toLowerCase() + text.slice(1));
    assert.deepEqual(clauses, Object.values(shownByRecord));
    const topic = renderTopic(kxChecklist);
    for (const clause of clauses) assert.ok(topic.includes(clause), clause);
    for (const { title } of kxChecklist.sources) assert.ok(markdown.includes(`\n- ${title}\n`), title);
  });

  it("says in a line why a claim needs no KX, or that this is not known", async () => {
    const claims = [
      "SUPERBILL 1\nPayer: Medicare Part B\nMedicare ID: 1EG4-TE5-MK73\nYTD PT/SLP: $100.00\nYTD OT: $200.00",
      "Date        Code   Mods  Units  Charge  Allowed",
      "2026-03-12  97140  GP    1      44.00   27.10",
      "2026-03-12  97535  GO    1      44.00   32.05\n",
      "SUPERBILL 2\nPayer: Medicare Part B\nMedicare ID: 2FH5-UF6-NM84\n2026-03-12 92507 GN x1\n",
      "SUPERBILL 3\nPayer: Medicare Part B\n2026-03-12 99213 x1\n",
      "SUPERBILL 4\nPayer: Aetna\n2026-03-12 97110 GP x1\n",
    ].join("\n");
    const [, ...told] = (await of(claims)).split(/## Claim \d\n\n/);
    assert.deepEqual(
      told.map((text) => text.trim()),
      [
        "Needs no KX: with its lines 127.10 is used of the 2,480.00 of 2026 for PT/SLP; with its lines 232.05 is used of the 2,480.00 of 2026 for OT.",
        "Carries no KX. Whether it needs it is not known: nothing says how much is used of the 2,480.00 of 2026 for PT/SLP.",
        "Needs no KX: no line is therapy.",
        "Carries no KX, and no line is known to count against a year's amount.",
      ],
    );
  });

  it("says what a claim does not state, and counts from the plan where no report is stated", async () => {
    const bare = "Payer: Medicare Part B\n2026-03-12 97535 GO KX x1\n";
    assert.deepEqual(sentences(await of(bare)).slice(0, 4), [
      "- Plan of care: not stated.",
      "- Certified: not stated.",
      "- Recertified: not stated.",
      "- Progress report: not stated.",
    ]);
    const planned = sentences(await of(`Plan of care: 2026-03-10\n2026-03-11 97535 GO x1\n${bare}`));
    assert.ok(planned.includes("- Progress report: not stated. The plan began on 2026-03-10."), planned.join("\n"));
    assert.ok(planned.some((line) => line.startsWith("- 2 treatment days under the OT plan since then")));
    const mixed = sentences(await of(`Plan of care: 2026-03-10\n2026-03-11 97110 GP x1\n${bare}`));
    assert.ok(
      mixed.some((line) => line.includes("not of one discipline")),
      mixed.join("\n"),
    );
    const aetna = sentences(await of("Payer: Aetna\n2026-03-12 97110 GP KX x1\n"));
    assert.match(aetna[0] ?? "", /^- Payer: Aetna.*Medicare's yearly amount\.$/);
  });

  it("takes an institutional claim's plan from its occurrence codes, and asks nothing of a void claim", async () => {
    const claims = `SUPERBILL 1\nPayer: Medicare Part B\nBill type: 131\nOccurrence 17: 2026-01-05\n2026-03-12 97535 GO KX x1
\nSUPERBILL 2\nPayer: Medicare Part B\nFrequency: 8\n2026-03-12 97110 GP KX x1\n`;
    const markdown = await of(claims);
    assert.equal(sentences(markdown)[0], "- OT plan set up or last reviewed on 2026-01-05, by occurrence 17 (line 4).");
    assert.ok(markdown.includes("## Claim 2\n\nTakes another claim back: nothing on it is billed.\n\n## Sources"));
  });

  it("takes over no Markdown from the name of an office's own payer", async () => {
    const payers = [{ id: "own", name: "Own <b>[x](y)</b>", kx: "required" }];
    const cwd = folderWith({
      "therapy-claims.json": JSON.stringify({ payers }),
      "a.superbill": "Payer: Own <b>[x](y)</b>\n2026-03-12 97110 GP KX x1\n",
    });
    const { stdout, stderr } = await therapyClaims(["checklist", "a.superbill"], { cwd });
    assert.equal(stderr, "");
    assert.match(sentences(stdout)[0] ?? "", /^- Payer: Own \\<b\\>/);
  });

  it("reads every form, and numbers claims by their place", async () => {
    const x12 = await therapyClaims(["checklist", "examples/quarter/sent-2026-03-05.837"]);
    assert.equal(x12.status, 0);
    assert.deepEqual(
      [...x12.stdout.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading),
      [...[1, 2, 3, 4, 5, 6].map((place) => `Claim ${String(place)}`), "Sources"],
    );
    assert.equal(x12.stdout.match(/^\| \d/gm)?.length, 5);
    const csv = "Date of service,CPT,Modifiers,Units\n2026-03-12,97530,GP KX,1\n";
    assert.match(await of(csv, "--stdin-filename=a.csv"), /^\| 2 \| 2026-03-12 \| 97530 \| GP KX \|/m);
  });

  it("says the same of a file with CRLF", async () => {
    const text = visits("97140", "GP", "YTD PT/SLP");
    assert.equal(await of(text.replaceAll("\n", "\r\n")), await of(text));
  });

  it("tells nothing of a person unless ids are asked for, and then nothing that Markdown would act on", async () => {
    const text = visits("97140", "GP", "YTD PT/SLP");
    assert.doesNotMatch(await of(text), /rivera|MK73|1042/i);
    assert.match(await of(text, "--show-ids"), /^## Claim 1 · 1042 · 1EG4TE5MK73$/m);
    const hostile = text.replace("#1042", "#<b>[x](y)|`").replaceAll("97140  GP KX", "RIVERA  GP KX");
    const shown = await of(hostile, "--show-ids");
    assert.doesNotMatch(shown, /(?<!\\)[<`]|(?<!\\)\]\(|rivera/i);
  });

  it("says that there was no claim, and ends with 2 where a file can't be read", async () => {
    const empty = await therapyClaims(["checklist", "-"]);
    assert.deepEqual(empty, { status: 0, stdout: "", stderr: "therapy-claims: no claim was found in what was read\n" });
    const cwd = folderWith({ "a.superbill": "", "b.superbill": Uint8Array.of(0, 1), "c.superbill": "" });
    const binary = await therapyClaims(["checklist", "b.superbill"], { cwd });
    assert.deepEqual(binary, { status: 2, stdout: "", stderr: "therapy-claims: b.superbill: binary, not text\n" });
    const missing = await therapyClaims(["checklist", "d.superbill"], { cwd });
    assert.deepEqual([missing.status, missing.stderr], [2, "therapy-claims: d.superbill: no such file or folder\n"]);
    for (const args of [[], ["a.superbill", "c.superbill"], ["."], ["--format=json", "a.superbill"]]) {
      const { status, stdout, stderr } = await therapyClaims(["checklist", ...args], { cwd });
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.match(stderr, /^therapy-claims: .*\n$/);
    }
    assert.equal((await therapyClaims(["checklist", "examples/8-remittance.835"], { cwd: root })).stdout, "");
  });
});
