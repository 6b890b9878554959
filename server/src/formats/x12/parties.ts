import type { Provider } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { Field, Part } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { type Place, type Segment, segmentId } from "./segment.ts";
import { readText, textAt } from "./values.ts";

const nm1 = segmentId("NM1");
const prv = segmentId("PRV");
const ref = segmentId("REF");
const dmg = segmentId("DMG");

/** Somebody whom an NM1 segment names, with the segments behind it that tell more of them. */
export interface Party {
  readonly name: Segment;
  specialty: Segment | undefined;
  taxId: Segment | undefined;
  demographics: Segment | undefined;
}

/** Collects the parties that segments name, each segment given in its order. */
export class PartyCollector {
  readonly parties: Party[] = [];

  add(segment: Segment): void {
    if (segment.id === nm1) {
      this.parties.push({ name: segment, specialty: undefined, taxId: undefined, demographics: undefined });
      return;
    }
    const party = this.parties.at(-1);
    if (party === undefined) return;
    if (segment.id === prv) party.specialty ??= segment;
    else if (segment.id === dmg) party.demographics ??= segment;
    else if (segment.id === ref && (segment.has(1, "EI") || segment.has(1, "SY"))) party.taxId ??= segment;
  }

  /** The first party of an entity code. */
  find(code: string): Party | undefined {
    for (const party of this.parties) {
      if (party.name.has(1, code)) return party;
    }
    return undefined;
  }
}

export function providerOf(party: Party | undefined, specialty = party?.specialty): Provider {
  const taxonomy = readElement(specialty, 3);
  if (party === undefined) return taxonomy === undefined ? noProvider : { ...noProvider, taxonomy };
  const { part } = party.name;
  const elements = party.name.elements(9);
  const id = readText(part, elements[9]);
  const kind = elements[8] && textAt(part, elements[8]);
  // Version 4010 may give the tax id in NM109 in place of the NPI.
  const hasTaxId = kind === "24" || kind === "34";
  return {
    name: readName(part, elements),
    npi: kind === "XX" ? id : undefined,
    taxonomy,
    taxId: hasTaxId ? id : readElement(party.taxId, 2),
  };
}

/** An organisation's name, or a person's as `LAST, FIRST MIDDLE`. */
export function nameOf(party: Party | undefined): Field<string> | undefined {
  return party && readName(party.name.part, party.name.elements(5));
}

function readName(part: Part, elements: readonly Place[]): Field<string> | undefined {
  const given = joined(readText(part, elements[4]), " ", readText(part, elements[5]));
  return joined(readText(part, elements[3]), ", ", given);
}

function joined(
  one: Field<string> | undefined,
  separator: string,
  two: Field<string> | undefined,
): Field<string> | undefined {
  if (one === undefined || two === undefined) return one ?? two;
  return fieldOf(one.part, one.start, two.end, one.value + separator + two.value);
}

function readElement(segment: Segment | undefined, n: number): Field<string> | undefined {
  return segment && readText(segment.part, segment.element(n));
}
