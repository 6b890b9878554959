import type { Claim, Diagnosis, Occurrence } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import type { Field } from "../../text/span.ts";
import { fieldOf } from "../../text/span.ts";
import { DiagnosisReader } from "./diagnoses.ts";
import { readOccurrences, readStatementPeriod } from "./institutional.ts";
import { Parties, type Party } from "./parties.ts";
import { type Segment, segmentId } from "./segment.ts";
import { readText } from "./values.ts";

const sbr = segmentId("SBR");
const hi = segmentId("HI");
const ref = segmentId("REF");
const nte = segmentId("NTE");
const dtp = segmentId("DTP");

/** Reads what stands between a claim's CLM and its first service line, segment by segment. */
export class ClaimHead {
  readonly notes: Field<string>[] = [];
  readonly parties = new Parties();
  occurrences: readonly Occurrence[] = none;
  statementPeriod: Claim["statementPeriod"];
  /** REF*F8; empty, behind the CLM, where it is missing. */
  originalReference: Field<string>;
  readonly #diagnoses: DiagnosisReader;
  readonly #isInstitutional: boolean;
  #isOtherPayers = false;
  #hasPeriod = false;
  #hasReference = false;

  constructor(clm: Segment, kind: Claim["kind"], problems: Problem[]) {
    this.originalReference = fieldOf(clm.part, clm.end, clm.end, "");
    this.#diagnoses = new DiagnosisReader(kind, problems);
    this.#isInstitutional = kind === "institutional";
  }

  get diagnoses(): readonly Diagnosis[] {
    return this.#diagnoses.diagnoses;
  }

  /** The claim's own referring provider, else an institution's attending one, who answers for the plan. */
  get referringParty(): Party | undefined {
    return this.parties.find("DN") ?? this.parties.find("P3") ?? this.parties.find("71");
  }

  add(segment: Segment): void {
    // An SBR behind CLM begins the loops of other payers, which go on to the first service line.
    this.#isOtherPayers ||= segment.id === sbr;
    if (this.#isOtherPayers) return;
    if (segment.id === hi) this.#addCodes(segment);
    else if (segment.id === nte) this.#addNote(segment);
    else if (segment.id === dtp) this.#addDates(segment);
    else if (segment.id === ref && segment.has(1, "F8")) this.#addReference(segment);
    else this.parties.add(segment);
  }

  /** Diagnoses, or codes of other kinds. */
  #addCodes(segment: Segment): void {
    this.#diagnoses.add(segment);
    if (this.#isInstitutional) this.occurrences = [...this.occurrences, ...readOccurrences(segment)];
  }

  #addNote(segment: Segment): void {
    const note = readText(segment, 2);
    if (note !== undefined) this.notes.push(note);
  }

  /** DTP*434. */
  #addDates(segment: Segment): void {
    if (!this.#isInstitutional || this.#hasPeriod || !segment.has(1, "434")) return;
    this.#hasPeriod = true;
    this.statementPeriod = readStatementPeriod(segment);
  }

  #addReference(segment: Segment): void {
    if (!this.#hasReference) this.originalReference = readText(segment, 2) ?? this.originalReference;
    this.#hasReference = true;
  }
}

const none: readonly never[] = [];
