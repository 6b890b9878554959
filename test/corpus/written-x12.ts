import { type Visit, type VisitLine, money, totalOf } from "./visit.ts";

export function professional(visit: Visit): string {
  const { diagnoses } = visit;
  const head = [
    `CLM*A1*${money(totalOf(visit))}***${visit.placeOfService}:B:1*Y*A*Y*Y`,
    ...notesOf(visit),
    `HI*${diagnoses.map((code, index) => `${index === 0 ? "ABK" : "ABF"}:${code.replace(".", "")}`).join("*")}`,
  ];
  const service = (line: VisitLine): string => `SV1*${procedureOf(line)}*${amountsOf(line)}***${pointersOf(line)}`;
  return x12(visit, { version: "005010X222A1", head, service });
}

export function institutionsClaim(visit: Visit): string {
  const { diagnoses, institution } = visit;
  const { typeOfBill = "", statement, occurrences = [] } = institution ?? {};
  const head = [
    `CLM*A1*${money(totalOf(visit))}***${typeOfBill.slice(0, 2)}:A:${typeOfBill.slice(2)}**A*Y*Y`,
    ...(statement === undefined ? [] : [`DTP*434*RD8*${compact(statement.from)}-${compact(statement.to)}`]),
    "CL1*3*1*30",
    ...notesOf(visit),
    ...diagnoses.map((code, index) => `HI*${index === 0 ? "ABK" : "ABF"}:${code.replace(".", "")}`),
    ...(occurrences.length === 0
      ? []
      : [`HI*${occurrences.map(([code, date]) => `BH:${code}:D8:${compact(date)}`).join("*")}`]),
  ];
  const service = (line: VisitLine): string => `SV2*${line.revenueCode ?? ""}*${procedureOf(line)}*${amountsOf(line)}`;
  return x12(visit, { version: "005010X223A2", head, service });
}

function x12(
  visit: Visit,
  claim: { readonly version: string; readonly head: readonly string[]; readonly service: (line: VisitLine) => string },
): string {
  const { payer, lines, renderingNpi, renderingTaxonomy, referringNpi } = visit;
  const transaction = [
    `ST*837*0001*${claim.version}`,
    "BHT*0019*00*1*20260401*0930*CH",
    "NM1*41*2*EXAMPLE*****46*A1",
    "PER*IC*DESK*TE*5555550100",
    "NM1*40*2*NOBODY*****46*B1",
    "HL*1**20*1",
    `NM1*85*2*RIVERBEND*****XX*${visit.billingNpi}`,
    "N3*1 ROAD",
    "N4*DAYTON*OH*454020001",
    "REF*EI*123456789",
    "HL*2*1*22*0",
    `SBR*P*18*******${payer.filingIndicators[0] ?? "CI"}`,
    `NM1*IL*1*DOE*JANE****MI*${visit.memberId}`,
    `DMG*D8*${compact(visit.birthDate)}*F`,
    `NM1*PR*2*${payer.name.toUpperCase()}*****PI*12345`,
    ...claim.head,
    ...(referringNpi === undefined ? [] : [`NM1*DN*1*STONE*EVA****XX*${referringNpi}`]),
    ...(renderingNpi === undefined && renderingTaxonomy === undefined
      ? []
      : [
          `NM1*82*1*HILL*ROSE****XX*${renderingNpi ?? "1538208798"}`,
          ...(renderingTaxonomy === undefined ? [] : [`PRV*PE*PXC*${renderingTaxonomy}`]),
        ]),
    ...lines.flatMap((line, index) => [
      `LX*${String(index + 1)}`,
      claim.service(line),
      line.through === undefined
        ? `DTP*472*D8*${compact(line.date)}`
        : `DTP*472*RD8*${compact(line.date)}-${compact(line.through)}`,
      ...(line.note === undefined ? [] : [`NTE*ADD*${line.note}`]),
    ]),
  ];
  const segments = [
    "ISA*00*          *00*          *ZZ*EXAMPLE        *ZZ*NOBODY         *260401*0930*^*00501*000000001*0*T*:",
    `GS*HC*EXAMPLE*NOBODY*20260401*0930*1*X*${claim.version}`,
    ...transaction,
    `SE*${String(transaction.length + 1)}*0001`,
    "GE*1*1",
    "IEA*1*000000001",
  ];
  return segments.map((segment) => `${segment}~\n`).join("");
}

function notesOf({ notes }: Visit): readonly string[] {
  return notes.map((note) => `NTE*ADD*${note}`);
}

function procedureOf({ code, modifiers }: VisitLine): string {
  return `HC:${[code, ...modifiers].join(":")}`;
}

function amountsOf({ chargeCents, units }: VisitLine): string {
  return `${money(chargeCents)}*UN*${String(units)}`;
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

function pointersOf({ pointers }: VisitLine): string {
  return Array.from(pointers, (letter) => String("ABCDEFGHIJKL".indexOf(letter) + 1)).join(":");
}
