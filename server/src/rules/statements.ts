/** A statement that is commonly made about KX and therapy claims, and what is to be said of it. */
export interface Statement {
  /** A: said on pages for billers between 2006 and 2021 · B: in a guide for speech therapists of 2026. */
  readonly id: string;
  readonly statement: string;
  /** `dated`: was true. `unverified`: found nowhere else. */
  readonly verdict: "true" | "dated" | "wrong" | "unverified";
  /** What is true instead, or what is missing; empty where nothing is to be added. */
  readonly correction: string;
}

/**
 * Which rule or topic checks or explains each is told by their own `statements`.
 *
 * Left out, since nobody can be right or wrong about them: A25 (the blurb of an insurer's guideline), A40 and A41 (what every
 * transmittal says about itself) and B23 (an advertisement). Left out, since it must not be repeated: B17, which says that the
 * Inspector General flagged four evaluation codes; no such report was found.
 */
export const statements: readonly Statement[] = [
  said(
    "A1",
    "KX says that the patient has used up the capped amount and that the provider holds further care necessary.",
    "dated",
    "True but for the word: since 2018 there is no cap, and KX goes with a threshold. The record must support it.",
  ),
  said(
    "A2",
    "KX is for a hospice notice of election that was filed, sent back for correction, and filed again.",
    "true",
    "Not about therapy: it asks for an exception when the notice was late, on the claim with span code 77 and remarks, never on the " +
      "notice itself.",
  ),
  said(
    "A3",
    "KX is right when further documents support the requirements of a medical policy.",
    "true",
    "In its meaning for equipment and other policies.",
  ),
  said(
    "A4",
    "KX is wrong when the claim already says everything and documents would add nothing.",
    "true",
    "In its meaning for equipment and other policies.",
  ),
  said(
    "A5",
    "KX needs a case for the exception, care that is reasonable and necessary, a therapist's skills, and a record that justifies it.",
    "true",
    "There is no exception to qualify for since 2018; the other conditions stand.",
  ),
  said(
    "A6",
    "Suppliers of equipment put KX on to say that their records meet the policy and the local determination.",
    "true",
  ),
  said("A7", "On equipment KX means that the required documents are on file.", "true"),
  said(
    "A8",
    "KX goes on at or very near the cap of 1,920 dollars, not from the first visit.",
    "dated",
    "1,920 was the amount of 2014. The advice holds at each year's amount.",
  ),
  said(
    "A9",
    "The KX threshold is 3,000 dollars, unchanged until 2028.",
    "wrong",
    "3,000 is the amount above which claims may be reviewed, from 2018 to 2027. KX begins at another, lower number.",
  ),
  said(
    "A10",
    "KX belongs to Medicare and means that the patient is above the therapy amount.",
    "wrong",
    "Half true: it also stands on equipment, dialysis, hospice claims and codes meant for one sex.",
  ),
  said("A11", "No other payer uses KX.", "wrong", "Some Medicare Advantage and commercial plans do."),
  said(
    "A12",
    "With KX the contractor overrides the system's rejection and pays if the line is payable otherwise.",
    "true",
  ),
  said("A13", "There is no upper limit as long as the services are necessary.", "true"),
  said(
    "A14",
    "Above 3,700 dollars further steps of manual medical review are needed.",
    "dated",
    "Services of October 2012 to 2017; review has been targeted since 2015. Since 2018 the amount is 3,000, and nothing is to be done beforehand.",
  ),
  said(
    "A15",
    "Aetna allows hemodialysis with KX above three sessions in seven days from 2020-06-01.",
    "unverified",
    "Medicare has a rule of its own for 90999 since 2017-10-01.",
  ),
  said(
    "A16",
    "Medicare requires CQ for services of a PT assistant and CO for those of an OT assistant.",
    "true",
    "On services from 2020-01-01; paid at 85 percent since 2022-01-01.",
  ),
  said("A17", "The amount of 2020 is 2,080 dollars for PT and SLP together and 2,080 for OT.", "true"),
  said(
    "A18",
    "From 2021 the review threshold is 3,000 dollars each, until 2028, and indexed every year after.",
    "true",
    "It is 3,000 since 2018, and 2028 is the first year that is indexed.",
  ),
  said("A19", "Review is targeted: not every claim above the amount is reviewed.", "true"),
  said("A20", "Medicare has no yearly limit on necessary outpatient therapy.", "true", "Since 2018."),
  said(
    "A21",
    "On equipment KX says that the coverage criteria are met and that the documents exist and are available on request.",
    "true",
  ),
  said("A22", "It is wrong to put KX on without checking.", "true", "In therapy as well."),
  said(
    "A23",
    "A denial that adding or removing KX would mend needs a written redetermination.",
    "true",
    "For equipment. On therapy lines the ordinary reopening and appeal rules hold, and a rejected claim is sent anew.",
  ),
  said("A24", "What KX needs differs from one local determination to the next.", "true", "For equipment."),
  said(
    "A26",
    "Therapy providers must send KX to ask for an exception from the cap.",
    "dated",
    "The exceptions ended with 2017. KX is still needed above the amount.",
  ),
  said(
    "A27",
    "KX expired when the exceptions, which MACRA had extended to 2017-12-31, came to their end.",
    "wrong",
    "The date is that of the exceptions. KX did not expire.",
  ),
  said("A28", "KX by routine, before the amount is reached, may point to abuse.", "true"),
  said("A29", "KX on a line attests that the service is necessary and documented.", "true"),
  said(
    "A30",
    "No documents are sent with the claim; clinicians look into the manuals to see whether the patient qualifies.",
    "true",
    "The automatic exceptions that this spoke of are gone.",
  ),
  said("A31", "The clinician's view does not bind the contractor.", "true"),
  said(
    "A32",
    "Whether the amount holds in a skilled nursing facility is asked, and not answered.",
    "unverified",
    "It holds for therapy under Part B (bill types 22X and 23X), and not for a stay under Part A.",
  ),
  said("A33", "KX goes on the therapy code that the limit is about.", "true"),
  said("A34", "KX never goes on a line that is not necessary, by a local determination or otherwise.", "true"),
  said("A35", "The justification is sent when the contractor asks for records; a summary is optional.", "true"),
  said(
    "A36",
    "An exception is possible at any time of the episode, for all necessary services, and KX itself is the request.",
    "dated",
    "KX is no request any more; all necessary services above the amount carry it.",
  ),
  said(
    "A37",
    "KX stands on all SLP lines or on none; OT lines below their amount stay without it though PT lines carry it.",
    "dated",
    "All or none was a limit of the contractors' systems in 2006. PT and SLP count together, and OT apart.",
  ),
  said(
    "A38",
    "Above the soft cap, 2,010 dollars in 2018, KX stays on all necessary lines, and the amount is to be tracked.",
    "dated",
    "The amount is that of 2018, when the cap, soft or not, had ended.",
  ),
  said(
    "A39",
    "After a signed notice the claim is sent with GA, Medicare rejects it, and then the patient is billed.",
    "wrong",
    "Half true: an institution's line with GA is denied at once, a professional one is processed and may be paid. The notice is signed " +
      "before the service, and belongs to traditional Medicare only.",
  ),
  said(
    "B1",
    "KX means much paperwork, and is often denied on review after payment.",
    "unverified",
    "Plausible; how often was not measured.",
  ),
  said(
    "B2",
    "Medicare imposes a yearly therapy cap.",
    "wrong",
    "There is none since 2018; the amount is a threshold, above which lines need KX.",
  ),
  said("B3", "SLP shares a combined amount with PT.", "true"),
  said(
    "B4",
    "In 2026 KX is needed once the charges allowed so far pass the amount.",
    "true",
    "2,480 dollars; what Medicare allows counts, not what is billed.",
  ),
  said(
    "B5",
    "Every later SLP claim needs KX beside GN.",
    "true",
    "Every later line that is necessary; one that is not never takes it.",
  ),
  said(
    "B6",
    "KX attests necessity, documentation and readiness for an audit.",
    "true",
    "The last is an addition: what is attested is that the record justifies the service.",
  ),
  said(
    "B7",
    "KX is a legal attestation, and a wrong one may be referred as fraud.",
    "wrong",
    "Overstated: a denial and an overpayment are usual; a false claim takes knowledge that it was false.",
  ),
  said("B8", "The chart must hold a current plan with goals that can be measured.", "true"),
  said(
    "B9",
    "Progress notes show progress, or why care goes on at a plateau.",
    "true",
    "Progress is no condition: skilled maintenance is covered.",
  ),
  said(
    "B10",
    "Above the amount the record gives specific reasons why the care is necessary.",
    "true",
    "Best practice, and close to required.",
  ),
  said(
    "B11",
    "The record holds a standardized or objective measure of function.",
    "true",
    "Best practice: tests are encouraged, and not prescribed.",
  ),
  said(
    "B12",
    "An order of a physician or practitioner is required.",
    "wrong",
    "The certification of the plan is required. Since 2025 a signed order, with proof that the plan was sent, stands in for the " +
      "initial signature.",
  ),
  said("B13", "Vague goals fail on review.", "unverified", "Plausible."),
  said("B14", "The notes should mention that the threshold was passed.", "true", "Best practice, and not required."),
  said(
    "B15",
    "An expired plan fails: recertify at least every 90 days.",
    "true",
    "90 days are the most; a plan that is shorter ends before.",
  ),
  said(
    "B16",
    "Above the second amount claims are selected for review before payment, automatically.",
    "wrong",
    "Review is targeted by risk, often comes after payment, and nothing about it is automatic.",
  ),
  said("B18", "Track the allowed totals yourself.", "true", "An office's own count misses other providers."),
  said("B19", "Update the plan before the amount is passed.", "true", "Best practice, and not required."),
  said("B20", "Add words about being above the threshold to the notes.", "true", "Best practice, and not required."),
  said("B21", "Use outcome measures.", "true", "Best practice, and not required."),
  said("B22", "Keep a checklist and audit every quarter.", "true", "Advice, and not required."),
];

function said(id: string, statement: string, verdict: Statement["verdict"], correction = ""): Statement {
  return { id, statement, verdict, correction };
}
