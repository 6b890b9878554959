import type { Claim, NamedPayer } from "../model/claim.ts";
import { copyOf } from "../text/copy-of.ts";
import { type Field, fieldOf } from "../text/span.ts";
import { ClaimView } from "./claim-view.ts";

/**
 * A claim of which it is known where it stands. Once it was read, what everybody asks of every claim is kept: whose it is, who pays, and
 * what it says was used.
 */
export class FoundClaim extends ClaimView {
  #payer: NamedPayer | undefined;
  #beneficiaryId: Claim["beneficiaryId"];
  #statedAmounts: Claim["statedAmounts"] = none;
  #hasSeveralSubjects = false;

  override get payer(): NamedPayer {
    return this.#payer ?? this.#keep();
  }

  override get beneficiaryId(): Claim["beneficiaryId"] {
    if (this.#payer === undefined) this.#keep();
    return this.#beneficiaryId;
  }

  override get statedAmounts(): Claim["statedAmounts"] {
    if (this.#payer === undefined) this.#keep();
    return this.#statedAmounts;
  }

  override get hasSeveralSubjects(): boolean {
    if (this.#payer === undefined) this.#keep();
    return this.#hasSeveralSubjects;
  }

  #keep(): NamedPayer {
    const { payer, beneficiaryId, statedAmounts, hasSeveralSubjects } = this.reading;
    this.#beneficiaryId = kept(beneficiaryId);
    this.#statedAmounts = statedAmounts;
    this.#hasSeveralSubjects = hasSeveralSubjects;
    const { name, filingIndicator, payerId } = payer;
    return (this.#payer = { name: kept(name), filingIndicator: kept(filingIndicator), payerId: kept(payerId) });
  }
}

/** The same field, whose words do not keep the text that they stand in from being forgotten. */
function kept(field: Field<string> | undefined): Field<string> | undefined {
  return field && fieldOf(field.part, field.start, field.end, copyOf(field.value));
}

const none: readonly never[] = [];
