import type { Provider } from "../../model/claim.ts";
import { noProvider } from "../../model/claim.ts";
import type { CalendarDate } from "../../model/date.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { found } from "./place.ts";
import { type Segment, segmentId } from "./segment.ts";
import { readDate, readText, textOf } from "./values.ts";

const nm1 = segmentId("NM1");
const prv = segmentId("PRV");
const ref = segmentId("REF");
const dmg = segmentId("DMG");

/** Somebody whom an NM1 segment names, with what the segments behind it tell; of each kind the first that can be read. */
export class Party {
  /** NM101: what they are to the claim. */
  readonly role: string;
  /** An organisation's name, or a person's as `LAST, FIRST MIDDLE`. */
  readonly name: Field<string> | undefined;
  /** NM109, and NM108: of which kind it is. */
  readonly id: Field<string> | undefined;
  readonly kindOfId: string;
  taxonomy: Field<string> | undefined;
  taxId: Field<string> | undefined;
  birthDate: Field<CalendarDate> | undefined;

  constructor(segment: Segment) {
    this.role = textOf(segment, 1);
    this.name = readName(segment);
    this.kindOfId = textOf(segment, 8);
    this.id = readText(segment, 9);
  }

  add(segment: Segment): void {
    if (segment.id === prv) this.taxonomy ??= readText(segment, 3);
    else if (segment.id === dmg) this.birthDate ??= readDate(segment, 2);
    else if (segment.id === ref && (segment.has(1, "EI") || segment.has(1, "SY"))) this.taxId ??= readText(segment, 2);
  }
}

/** The parties that segments name, each segment given in its order. */
export class Parties {
  readonly #parties: Party[] = [];

  get first(): Party | undefined {
    return this.#parties[0];
  }

  add(segment: Segment): void {
    if (segment.id === nm1) this.#parties.push(new Party(segment));
    else this.#parties.at(-1)?.add(segment);
  }

  /** The first of a role. */
  find(role: string): Party | undefined {
    for (const party of this.#parties) if (party.role === role) return party;
    return undefined;
  }
}

export function providerOf(party: Party | undefined, taxonomy = party?.taxonomy): Provider {
  if (party === undefined) return taxonomy === undefined ? noProvider : { ...noProvider, taxonomy };
  const { name, id, kindOfId } = party;
  // Version 4010 may give the tax id in NM109 in place of the NPI.
  const hasTaxId = kindOfId === "24" || kindOfId === "34";
  return { name, npi: kindOfId === "XX" ? id : undefined, taxonomy, taxId: hasTaxId ? id : party.taxId };
}

/** NM103 to NM105. */
function readName(segment: Segment): Field<string> | undefined {
  let name = "";
  let start = 0;
  let end = 0;
  for (let n = 3, last = 0; n <= 5; n++) {
    const text = textOf(segment, n);
    if (text === "") continue;
    if (last === 0) start = found.start;
    end = found.end;
    name = last === 0 ? text : name + (last === 3 ? ", " : " ") + text;
    last = n;
  }
  return name === "" ? undefined : fieldOf(segment.part, start, end, name);
}
