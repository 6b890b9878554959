import { type FieldText, list } from "./field-text.ts";

/** The fields that name who bills, who treats and who refers. */
export const providerTexts: readonly FieldText[] = [
  {
    field: "provider",
    title: "Billing provider (CMS-1500 item 33)",
    text: "The practice that bills.",
    labels: list(
      "Provider, Billing provider, Practice, Clinic, Practice name, Provider name, Clinic name, Billing provider name",
    ),
    items: list("33"),
  },
  {
    field: "taxId",
    title: "Tax id (CMS-1500 item 25)",
    text: "The billing provider's employer identification number.",
    labels: list("Tax ID, EIN, TIN, Federal tax ID, FEIN"),
    items: list("25"),
  },
  {
    field: "npi",
    title: "NPI",
    text: "Ten digits: of the person or the practice before it on the line, else of the billing provider.",
    labels: list("NPI, Provider NPI"),
    items: [],
  },
  {
    field: "billingNpi",
    title: "Billing provider's NPI (CMS-1500 item 33a)",
    text: "The ten digits of the practice that bills.",
    labels: list(
      "Billing NPI, Group NPI, Practice NPI, Billing provider NPI, Clinic NPI, Facility NPI, Billing prov NPI, Bill prov NPI, Billing group NPI, Organization NPI, Org NPI, Pay-to NPI, Type 2 NPI",
    ),
    items: list("33a"),
  },
  {
    field: "renderingNpi",
    title: "Rendering provider's NPI (CMS-1500 item 24J)",
    text: "The ten digits of the therapist who answers for the services.",
    labels: list(
      "Rendering NPI, Therapist NPI, Rendering provider NPI, Treating NPI, Clinician NPI, Individual NPI, Rendering prov NPI, Rend prov NPI, Rend NPI, Rendering therapist NPI, Treating therapist NPI, Treating provider NPI, Performing provider NPI, PT NPI, OT NPI, SLP NPI, Type 1 NPI",
    ),
    items: list("24J"),
  },
  {
    field: "referringNpi",
    title: "Referring provider's NPI (CMS-1500 item 17b)",
    text: "The ten digits of the physician who refers or certifies.",
    labels: list(
      "Referring NPI, Ordering NPI, Certifying NPI, Referring provider NPI, Referrer NPI, Physician NPI, Referring physician NPI, Ref NPI, Ref prov NPI, Ref provider NPI, Ref physician NPI, Ref MD NPI, Referring prov NPI, Referring MD NPI, Referring Dr NPI, Referring doctor NPI, Ordering provider NPI, Ordering physician NPI, Ordering MD NPI, Certifying provider NPI, Certifying physician NPI, Certifying MD NPI, Cert MD NPI, MD NPI, Doctor NPI, PCP NPI",
    ),
    items: list("17b"),
  },
  {
    field: "taxonomy",
    title: "Taxonomy code",
    text: "Ten characters that say what a provider is: of the one before it on the line, else of the billing provider.",
    labels: list("Taxonomy, Taxonomy code"),
    items: [],
  },
  {
    field: "therapist",
    title: "Therapist (CMS-1500 item 31)",
    text: "Who treated: a name, a credential, or both. It holds for rows that do not say.",
    labels: list(
      "Therapist, Rendered by, Treating, Clinician, Treating therapist, Rendering provider, Treated by, Rendering, Provided by, Treating provider, Treating clinician, Therapist name, Treating PT, Treating OT, Treating SLP, Therapists, Rendering therapist, Rendering physician",
    ),
    items: [],
  },
  {
    field: "signed",
    title: "Therapist who signed (CMS-1500 item 31)",
    text: "The name or the credential of who signed; a date beside it is that of the signature.",
    labels: list("Signed, Signature, Signed by, Therapist signature"),
    items: list("31"),
  },
  {
    field: "referring",
    title: "Referring provider (CMS-1500 item 17)",
    text: "The physician, or other practitioner, who refers or certifies.",
    labels: list(
      "Referring, Ordering, Certifying, Referring provider, Referring physician, Ordering provider, Ordering physician, Certifying physician, Referred by, Certifying provider, Referrer, Referrer name, Physician, PCP, Referring MD, Referring Dr, Referring doctor, Referring prov, Ref prov, Ref provider, Ref physician, Ref MD, Ordering MD, Ordering Dr, Certifying MD, Cert MD",
    ),
    items: list("17"),
  },
];
