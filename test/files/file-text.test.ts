import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { decode } from "../../server/src/files/decode.ts";
import { fileText } from "../../server/src/files/file-text.ts";
import { Document, sourceText } from "../../server/src/text/document.ts";

const folder = mkdtempSync(join(tmpdir(), "therapy-claims-file-text-"));
const path = join(folder, "batch.837");

/** As long as several blocks, with what is hard to cut at their ends. */
const long = fc
  .array(fc.constantFrom("~\r\n", "\r\r\n", "é", "漢字", "😀", "x".repeat(5000), "SV1*HC:97110~", "\n"), {
    minLength: 300,
    maxLength: 600,
  })
  .map((pieces) => pieces.join(""));

describe("The text of a file that is not held", () => {
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("is the text of the file that is read at once", () => {
    fc.assert(
      fc.property(
        long,
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 20 }),
        (content, marked, latin, at) => {
          const bytes = Buffer.from((marked ? "\uFEFF" : "") + content, latin ? "latin1" : "utf8");
          writeFileSync(path, bytes);
          const decoded = decode(bytes);
          const file = openSync(path, "r");
          try {
            const opened = fileText(file);
            if (decoded === undefined) {
              assert.equal(opened, undefined);
              return;
            }
            assert.ok(opened);
            assert.equal(opened.encoding, decoded.encoding);
            assert.equal(opened.text.slice(0), decoded.text);
            const ours = Document.ofText("file:///a", "x12", opened.text);
            const whole = Document.ofText("file:///a", "x12", sourceText(decoded.text));
            assert.equal(ours.lineCount, whole.lineCount);
            for (const place of at) {
              const offset: number = place % (decoded.text.length + 1);
              assert.deepEqual(ours.positionAt(offset), whole.positionAt(offset));
              assert.equal(ours.text.slice(offset, offset + 50), decoded.text.slice(offset, offset + 50));
            }
          } finally {
            closeSync(file);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is none where the bytes are no text", () => {
    writeFileSync(path, Buffer.from([0x49, 0x53, 0x41, 0, 0x2a]));
    const file = openSync(path, "r");
    assert.equal(fileText(file), undefined);
    closeSync(file);
  });
});
