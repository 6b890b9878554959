import fc from "fast-check";
import { columnTexts } from "../../server/src/formats/superbill/column-names.ts";
import { fieldTexts } from "../../server/src/formats/superbill/field-names.ts";

const labels = fieldTexts.flatMap((field) => [...field.labels, ...field.items]);
const columnNames = columnTexts.flatMap((column) => column.names);

const word = fc.constantFrom(
  ...[
    "97110",
    "97140",
    "9711O",
    "G0283",
    "97110-GP-KX",
    "97110GP",
    "GP",
    "KX",
    "gp",
    "GPCQ",
    "59",
    "XX",
    "PT",
    "PTA",
    "J. Smith, PTA",
  ],
  ...[
    "2026-03-12",
    "3/12",
    "3/12/26",
    "02/30/2026",
    "Mar 12, 2026",
    "12 Mar 2026",
    "20260312",
    "1/5/26 - 4/4/26",
    "as of",
    "to",
  ],
  ...[
    "$78.00",
    "78",
    "-44.00",
    "44.00-",
    "(44.00)",
    "1,234.56",
    "$",
    "--",
    "n/a",
    "12",
    "1.5",
    "x2",
    "2 units",
    "30 min",
    "10:30",
  ],
  ...[
    "M54.50",
    "R26.89",
    "A",
    "AB",
    "1,2",
    "1EG4-TE5-MK73",
    "131",
    "11",
    "Office",
    "Medicare Part B",
    "1234567893",
    "none",
  ],
  ...[
    "SUPERBILL",
    "SUPERBILL #1042",
    "Claim A-7:",
    "CLAIM",
    "Total",
    "Subtotal",
    "Balance",
    "Pateint:",
    "-----",
    "|---|---|",
  ],
  ...[
    "# therapy-claims-disable-next-line kx-crossing -- why?",
    "// therapy-claims-enable",
    "; note",
    '"',
    "Ünïcode",
    "\u{1F600}",
    "\ud800",
  ],
);
const space = fc.constantFrom(" ", " ", "  ", "   ", "\t", " | ", ", ", "|", "\u00a0", "", ":", "\ufeff");
const lineEnd = fc.constantFrom("\n", "\n", "\r\n", "\r", "\n\n");
const piece = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 2, arbitrary: space },
  { weight: 3, arbitrary: fc.constantFrom(...labels).map((label) => `${label}: `) },
  { weight: 2, arbitrary: fc.constantFrom(...columnNames).map((name) => `${name}  `) },
  { weight: 2, arbitrary: lineEnd },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

const gap = fc.constantFrom("  ", "   ", "\t", " | ", " ");
const value = fc.array(word, { maxLength: 4 }).map((words) => words.join(" "));
const fieldLine = fc
  .array(fc.tuple(fc.constantFrom(...labels), value, gap), { minLength: 1, maxLength: 3, size: "max" })
  .map((fields) => fields.map(([label, text, end]) => `${label}: ${text}${end}`).join(""));
const cut = fc.constantFrom("  ", "  ", "    ", " | ", "\t", ",");
const headerLine = fc.tuple(fc.subarray([...columnNames]), fc.nat(20), cut).map(([names, at, between]) =>
  names
    .slice(0, 9)
    .toSpliced(at % 9, 0, "Code")
    .join(between),
);
const cells = fc.array(word, { minLength: 2, maxLength: 10, size: "max" });
const rowLine = fc.tuple(cells, cut).map(([words, between]) => words.join(between));
const code = fc.constantFrom("97110", "97140", "92507-GN", "97110GPKX", "9711O");
const day = fc.constantFrom("", "2026-03-12 ", "3/12 ", "2026-02-30 ", "12 Mar 2026 ");
const freeLine = fc.tuple(day, code, value).map(([date, procedure, rest]) => `${date}${procedure} ${rest}`);
const titleLine = fc.constantFrom("SUPERBILL", "SUPERBILL #1042   DOS: 2026-03-12", "Claim A-7:", "claim 7");
const mixture = fc.array(piece, { maxLength: 12, size: "max" }).map((pieces) => pieces.join(""));
const lineOfAnyKind = fc.oneof(
  { weight: 6, arbitrary: fieldLine },
  { weight: 2, arbitrary: headerLine },
  { weight: 4, arbitrary: rowLine },
  { weight: 6, arbitrary: freeLine },
  { weight: 1, arbitrary: titleLine },
  { weight: 3, arbitrary: mixture },
);
const lines = fc
  .array(fc.tuple(lineOfAnyKind, lineEnd), { maxLength: 14, size: "max" })
  .map((written) => written.flat().join(""));

/** Any text, and text made of what superbills are made of. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 9, arbitrary: lines },
);

/** A short text to type into another. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  fc.constant(""),
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join("")),
);
