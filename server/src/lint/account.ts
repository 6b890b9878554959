import type { Ledger } from "../ledger/account.ts";
import type { Claim } from "../model/claim.ts";
import type { Reach } from "../model/used-amount.ts";
import type { PatientCourse } from "./patient-course.ts";

/** The claims of one beneficiary in a document. */
export interface Account {
  /** Undefined for a claim that names no beneficiary, or several: it is an account of its own. */
  readonly beneficiaryId: string | undefined;
  readonly claims: Set<Claim>;
  workedOut: WorkedOut | undefined;
  /** Whether a claim was told anything of it since its claims were last to be looked at again. */
  wasAsked: boolean;
}

/** What the claims of an account, in document order, come to together. */
export interface WorkedOut {
  readonly claims: readonly Claim[];
  ledger: Ledger | undefined;
  course: PatientCourse | undefined;
  reach: Reach | undefined;
}

export function newAccount(key: string | Claim): Account {
  const beneficiaryId = typeof key === "string" ? key : undefined;
  return { beneficiaryId, claims: new Set(), workedOut: undefined, wasAsked: false };
}

/** Without one beneficiary's id a claim is an account of its own. A name is no key: two people may bear it. */
export function accountKey(claim: Claim): string | Claim {
  const id = claim.beneficiaryId?.value;
  return id === undefined || claim.hasSeveralSubjects ? claim : id;
}
