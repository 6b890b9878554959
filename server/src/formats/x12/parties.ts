import type { Provider } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { type Segment, segmentId } from "./segment.ts";
import { readText } from "./values.ts";

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
  const { name } = party;
  const id = readElement(name, 9);
  // Version 4010 may give the tax id in NM109 in place of the NPI.
  const hasTaxId = name.has(8, "24") || name.has(8, "34");
  return {
    name: readName(name),
    npi: name.has(8, "XX") ? id : undefined,
    taxonomy,
    taxId: hasTaxId ? id : readElement(party.taxId, 2),
  };
}

/** An organisation's name, or a person's as `LAST, FIRST MIDDLE`. */
export function nameOf(party: Party | undefined): Field<string> | undefined {
  return party && readName(party.name);
}

function readName(name: Segment): Field<string> | undefined {
  const given = joined(readElement(name, 4), " ", readElement(name, 5));
  return joined(readElement(name, 3), ", ", given);
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
