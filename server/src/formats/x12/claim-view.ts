import type { Claim, NamedPayer } from "../../model/claim.ts";
import type { Field } from "../../text/span.ts";
import { type ClaimPart, ClaimView } from "../claim-view.ts";
import { memberIdOf, payerOf } from "./claim.ts";
import type { Governing } from "./loops.ts";

interface GovernedPart extends ClaimPart {
  readonly before: { readonly governing: Governing };
}

/** What the levels above say is known without reading the claim, as who has many claims to sort needs it. */
export class X12Claim extends ClaimView<GovernedPart> {
  override get beneficiaryId(): Field<string> | undefined {
    return memberIdOf(this.part.before.governing);
  }

  override get payer(): NamedPayer {
    return payerOf(this.part.before.governing);
  }

  override get statedAmounts(): Claim["statedAmounts"] {
    return nothing;
  }

  override get hasSeveralSubjects(): boolean {
    return false;
  }
}

const nothing: readonly never[] = [];
