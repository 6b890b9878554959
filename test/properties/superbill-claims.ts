import fc from "fast-check";

/** A service line as the writer of a superbill has it in mind. */
export interface WrittenLine {
  readonly date: string | undefined;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly minutes: number;
  readonly charge: string;
  readonly clinician: string;
}

/** A claim, and the way in which it is written down. */
export interface WrittenClaim {
  readonly style: Style;
  readonly lines: readonly WrittenLine[];
}

export interface Style {
  readonly layout: "position" | "|" | "\t" | "," | "free" | "numbered";
  /** Between modifiers, and, in free lines, between them and the code. */
  readonly separator: string;
  readonly modifiersWidth: number;
  readonly hasModifiersColumn: boolean;
  readonly hasDateColumn: boolean;
  readonly lineEnd: string;
}

export const someModifiers = fc.uniqueArray(
  fc.constantFrom("GP", "GO", "GN", "CQ", "CO", "KX", "59", "GA", "XU", "76"),
  {
    maxLength: 4,
  },
);

const line: fc.Arbitrary<WrittenLine> = fc.record({
  date: fc.constantFrom("2026-03-12", "2026-03-13", undefined),
  code: fc.constantFrom("97110", "97140", "97530", "92507", "G0283"),
  modifiers: someModifiers,
  units: fc.integer({ min: 0, max: 24 }),
  minutes: fc.integer({ min: 1, max: 120 }),
  charge: fc.constantFrom("78.00", "1234.50", "-44.00", "0.00"),
  clinician: fc.constantFrom("PT", "PTA", "COTA/L", "CCC-SLP"),
});

const style: fc.Arbitrary<Style> = fc.record({
  layout: fc.constantFrom("position", "|", "\t", ",", "free", "numbered"),
  separator: fc.constantFrom(" ", " ", ", ", "/", "-"),
  modifiersWidth: fc.integer({ min: 1, max: 14 }),
  hasModifiersColumn: fc.boolean(),
  hasDateColumn: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
});

/** A service line in a table told by position whose cells stand up to three characters beside their columns, two blanks apart. */
export interface DriftedLine {
  readonly text: string;
  /** What each column holds, by its kind. */
  readonly meant: Readonly<Partial<Record<keyof typeof driftedValues, string>>>;
}

const driftedValues = {
  code: { names: ["Code", "CPT", "CPT/HCPCS"], values: ["97110", "97140", "G0283"] },
  date: { names: ["Date", "Service date", "DOS"], values: ["2026-03-12", "3/2/2026"] },
  modifiers: { names: ["Mod", "Modifiers", "Mods"], values: ["", "GP", "GP KX", "GP,59"] },
  minutes: { names: ["Min", "Minutes", "Mins"], values: ["45", "30", "8"] },
  units: { names: ["Units", "Unit", "Qty"], values: ["1", "2", "3"] },
  pointers: { names: ["Dx", "Dx Ptr", "Ptr"], values: ["A", "AB", "A,B", "1", "1,2"] },
  charge: { names: ["Charge", "Fee"], values: ["44.00", "44", "$1,078.00"] },
} as const;

const driftedOrders = [
  ["modifiers", "units", "charge"],
  ["modifiers", "units", "minutes", "charge"],
  ["modifiers", "minutes", "units", "charge"],
  ["modifiers", "units", "pointers", "charge"],
  ["modifiers", "pointers", "units", "minutes", "charge"],
  ["modifiers", "pointers", "charge", "units"],
  ["units", "minutes", "charge"],
] as const;

export const driftedLine: fc.Arbitrary<DriftedLine> = fc
  .tuple(
    fc.subarray(["date"] as const),
    fc.constantFrom(...driftedOrders),
    fc.array(
      fc.record({
        name: fc.nat(),
        value: fc.nat(),
        gap: fc.integer({ min: 2, max: 5 }),
        drift: fc.integer({ min: -3, max: 3 }),
      }),
      { minLength: 7, maxLength: 7 },
    ),
  )
  .map(([dates, kinds, choices]) => {
    let [header, row] = ["", ""];
    const meant: Partial<Record<keyof typeof driftedValues, string>> = {};
    for (const [index, kind] of ([...dates, "code", ...kinds] as const).entries()) {
      const choice = choices[index] ?? { name: 0, value: 0, gap: 2, drift: 0 };
      const { names, values } = driftedValues[kind];
      const name = names[choice.name % names.length] ?? "";
      const value = values[choice.value % values.length] ?? "";
      const start = header.length;
      header += name.padEnd(Math.max(name.length, value.length) + choice.gap);
      if (value !== "") row = (row === "" ? "" : `${row}  `).padEnd(Math.max(0, start + choice.drift)) + value;
      meant[kind] = value;
    }
    return { text: `Dx: M54.50, R26.89\n${header.trimEnd()}\n${row}\n`, meant };
  });

export const writtenClaim: fc.Arbitrary<WrittenClaim> = fc.record({
  style,
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});

/** The claim as a text: a title, three fields and the service lines. */
export function textOfClaim({ style, lines }: WrittenClaim): string {
  const head = ["SUPERBILL #1042", "Patient:  Rivera, Ana", "DOS:      2026-03-11", "Dx: M54.50"];
  const table = style.layout === "free" ? lines.map((one) => freeLine(one, style)) : tableLines(lines, style);
  return [...head, "", ...table, "Total: 300.00", ""].join(style.lineEnd);
}

function freeLine(
  { date, code, modifiers, units, minutes, charge, clinician }: WrittenLine,
  { separator }: Style,
): string {
  const tie = separator === ", " ? " " : separator;
  const values = [
    [code, ...modifiers].join(tie),
    `x${String(units)}`,
    `${String(minutes)} min`,
    `$${charge}`,
    clinician,
  ];
  return [...(date === undefined ? [] : [date]), ...values].join(" ").replace("$-", "-$");
}

function tableLines(lines: readonly WrittenLine[], style: Style): readonly string[] {
  const rows = [headerOf(style), ...lines.map((one) => cellsOf(one, style))];
  if (style.layout === "|") return rows.map((cells) => `| ${cells.join(" | ")} |`);
  if (style.layout === "\t" || style.layout === ",") return rows.map((cells) => cells.join(style.layout));
  return rows.map((cells) =>
    cells
      .map((cell, index) => padded(cell, widthOf(index, style)))
      .join("")
      .trimEnd(),
  );
}

function headerOf(style: Style): readonly string[] {
  const names = style.layout === "numbered" ? ["M1", "M2", "M3", "M4"] : ["Mods"];
  const columns = hasModifiers(style) ? names : [];
  return [...(style.hasDateColumn ? ["Date"] : []), "Code", ...columns, "Units", "Min", "Charge", "By"];
}

function cellsOf(
  { date, code, modifiers, units, minutes, charge, clinician }: WrittenLine,
  style: Style,
): readonly string[] {
  // In a comma table a comma between modifiers is a cut.
  const separator = style.layout === "," && style.separator === ", " ? " " : style.separator;
  const own =
    style.layout === "numbered" ? [0, 1, 2, 3].map((index) => modifiers[index] ?? "") : [modifiers.join(separator)];
  const tied = hasModifiers(style) ? code : [code, ...modifiers].join(separator === ", " ? " " : separator);
  const dates = style.hasDateColumn ? [date ?? ""] : [];
  return [...dates, tied, ...(hasModifiers(style) ? own : []), String(units), String(minutes), charge, clinician];
}

function hasModifiers(style: Style): boolean {
  return style.layout === "numbered" || style.hasModifiersColumn;
}

function widthOf(index: number, style: Style): number {
  const widths = [...(style.hasDateColumn ? [12] : []), hasModifiers(style) ? 7 : 22];
  const own =
    style.layout === "numbered" ? [4, 4, 4, 4] : hasModifiers(style) ? [Math.max(6, style.modifiersWidth)] : [];
  return [...widths, ...own, 7, 6, 9, 9][index] ?? 9;
}

/** Cells that are too long push the ones behind them to the right. */
function padded(cell: string, width: number): string {
  return cell.length < width ? cell.padEnd(width) : `${cell}  `;
}
