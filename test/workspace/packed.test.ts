import assert from "node:assert/strict";
import fc from "fast-check";
import type { FilePlace } from "../../server/src/model/place.ts";
import type { Sources } from "../../server/src/ledger/source.ts";
import { toldElsewhere } from "../../server/src/lint/elsewhere.ts";
import { pack, unpack } from "../../server/src/workspace/packed.ts";
import { anySources } from "../ledger/any-sources.ts";

const file = "/office/march.837";
const place: FilePlace = { file, line: 7 };

/** As one file tells it: every record is of the file. */
const anyRecords = anySources.map((sources): Sources => {
  const { claims, decided, balances } = toldElsewhere(sources, () => place);
  return {
    claims: claims.map((claim) => ({
      ...claim,
      file,
      lines: claim.lines.map((line) => ({ ...line, at: place })),
      balances: claim.balances.map((balance) => ({ ...balance, file, at: place })),
    })),
    decided: decided.map((amount) => ({ ...amount, file, at: place })),
    balances: balances.map((balance) => ({ ...balance, file, at: place })),
  };
});

describe("What a file tells of a beneficiary", () => {
  it("is the same unpacked as before it was packed", () => {
    fc.assert(
      fc.property(anyRecords, (sources) => {
        fc.pre(sources.claims.length + sources.decided.length + sources.balances.length > 0);
        assert.deepEqual(unpack(pack(sources), file), sources);
      }),
    );
  });

  it("is all of it where several were packed one after the other", () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, (one, other) => {
        const packed = [one, other].map(pack).filter((text) => text !== "");
        fc.pre(packed.length === 2);
        assert.deepEqual(unpack(packed.join("\n"), file), {
          claims: [...one.claims, ...other.claims],
          decided: [...one.decided, ...other.decided],
          balances: [...one.balances, ...other.balances],
        });
      }),
    );
  });
});
