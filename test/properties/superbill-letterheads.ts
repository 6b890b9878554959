import fc from "fast-check";

export interface WrittenLetterhead {
  readonly lines: readonly string[];
  readonly npi: string;
}

/** A printed page: its letterhead, where it has one, and the claims on it. */
export interface Page {
  readonly letterhead: WrittenLetterhead | undefined;
  readonly claims: number;
  readonly style: Style;
}

/** Where a letterhead stands, and how lines end. */
interface Style {
  readonly place: "without titles" | "above the title" | "below the title";
  readonly lineEnd: string;
}

export const anyStyle: fc.Arbitrary<Style> = fc.record({
  place: fc.constantFrom("without titles", "above the title", "below the title"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
});

const practice = fc.constantFrom(
  ...["Riverbend Therapy", "Lakeside Physical Therapy, LLC", "Kids Speech & OT Center", "Summit PT & Rehab"],
  ...["Jane Doe, PT, PLLC", "Dayton Rehab Associates", "HAND THERAPY CLINIC", "Prairie Speech Pathology Group"],
);

const address = fc.constantFrom("12 Main St", "Dayton, OH 45402", "Suite 4, Baltimore, MD 21201", "Tel 937-555-0100");

const gap = fc.constantFrom("   ", "\t", " | ", " · ");

/** A letterhead as offices write them: on one line, or on several. */
export const letterhead: fc.Arbitrary<WrittenLetterhead> = fc
  .record({
    name: practice,
    address,
    gap,
    npi: fc.constantFrom("1234567893", "1245319599", "1234567890"),
    label: fc.constantFrom("NPI ", "NPI: ", "NPI # ", "NPI#", "Group NPI ", "Group NPI # ", "Billing NPI: "),
    taxId: fc.constantFrom("", "Tax ID 12-3456789", "EIN: 12-3456789"),
    form: fc.constantFrom("line", "brackets", "below", "contact"),
  })
  .map((written) => ({ lines: linesOf(written), npi: written.npi }));

interface Written {
  readonly name: string;
  readonly address: string;
  readonly gap: string;
  readonly npi: string;
  readonly label: string;
  readonly taxId: string;
  readonly form: string;
}

function linesOf({ name, address: place, gap: between, npi, label, taxId, form }: Written): readonly string[] {
  const number = label + npi;
  const behind = taxId === "" ? "" : between + taxId;
  switch (form) {
    case "line":
      return [name + between + place + between + number + behind];
    case "brackets":
      return [`${name} (${number})`, place + behind];
    case "below":
      return [name, place, number + behind];
    default:
      return [name, `Phone: 937-555-0100${between}${number}${behind}`, place];
  }
}

/** Pages of a file, the first of which has a letterhead. */
export function pagesOf(one: fc.Arbitrary<WrittenLetterhead>): fc.Arbitrary<readonly Page[]> {
  const page = fc.record({ letterhead: fc.option(one, { nil: undefined }), claims: fc.integer({ min: 1, max: 3 }) });
  return fc
    .tuple(one, fc.integer({ min: 1, max: 3 }), fc.array(page, { maxLength: 3 }), anyStyle)
    .map(([first, claims, others, style]) =>
      [{ letterhead: first, claims }, ...others].map((written) => ({ ...written, style })),
    );
}

export function textOfPages(pages: readonly Page[]): string {
  let count = 0;
  const claims = pages.flatMap(({ letterhead: own, claims: some, style: { place, lineEnd } }) =>
    Array.from({ length: some }, (_, index) => {
      count++;
      const title = place === "without titles" ? [] : [`SUPERBILL #${String(count)}`];
      const head = index === 0 && own !== undefined ? own.lines : [];
      const begin = place === "above the title" ? [...head, ...title] : [...title, ...head];
      const claim = [`Patient: Rivera${String(count)}, Ana`, "DOS: 3/2/2026", "97110 GP x2", "Total: 78.00", "", ""];
      return [...begin, ...claim].join(lineEnd);
    }),
  );
  return claims.join("");
}
