import { findClinician } from "../../data/credentials.ts";

/**
 * Whom some words of a letterhead name, which stand before an NPI: the practice; somebody who does not bill in its name, such as a
 * therapist, who refers, or the place; nobody, as an address; or one of whom the words do not say what they are.
 */
export type Named = "practice" | "other" | "nobody" | "unclear";

export function namedIn(words: string): Named {
  if (!/\p{L}/u.test(words)) return "nobody";
  if (other.test(words)) return "other";
  const credential = isOrganized(words) ? undefined : credentialIn(words);
  if (credential !== undefined) return credential;
  if (practice.test(words)) return heading.test(words) ? "nobody" : ofPhysicians(words) ? "unclear" : "practice";
  return heading.test(words) || contact.test(words) || city.test(words) ? "nobody" : "unclear";
}

/** Whoever else is named: by what they do, or as the place of the service. */
const other =
  /\b(?:dr|doctor|(?:patho|audio)logist|therapist|clinician|provider|physician|practitioner|refer(?:r\w+|ral)?|render(?:ed|ing)?|order(?:ed|ing)?|certif\w+|treat(?:ed|ing)?|supervis\w+|attend\w+|perform\w+|sign(?:ed|ature)|assistant|individual|lic(?:ense)?|patient|client|guarantor|insured|insurance|subscriber|employer|facility|location|pay[eo]r|carrier|medicare|medicaid|sent|faxed|mailed|cop(?:y|ied)|report|plan)\b|^(?:by|cc|from|to|via)\b/i;

const practice =
  /\b(?:(?:physio)?therap(?:y|ies|eutics)|rehab\w*|physio\w*|speech|clinics?|cent(?:er|re)s?|associates|group|institute|wellness|practice|hospital|L\.?L\.?C|P\.?L\.?L\.?C|P\.C|PC|Inc|Corp(?:oration)?|Ltd|LLP)\b/i;

/** Of physicians, who refer, rather than of therapists. */
function ofPhysicians(words: string): boolean {
  return (
    /\b(?:medical|medicine|orthop\w+|neurology|primary care|surg\w+)\b/i.test(words) && !/therap|rehab/i.test(words)
  );
}

/** What the paper is. */
const heading = /\b(?:superbill|statement|invoice|receipt|encounter|claim)\b/i;

const contact =
  /^(?:[(+]?\d|(?:p\.?\s?o\.?\s?box|suite|ste|floor|unit|tel\w*|phone|ph|fax|cell|mobile|office|main|address|e-?mail|web\w*|(?:federal\s)?tax|ein|tin|fein|npi|clia|ptan|taxonomy)\b)|@|\bwww\.|\.(?:com|org|net|health)\b/i;

/** `Dayton, OH 45402`. */
const city = /^[\p{L} .'-]+,?\s[A-Z]{2}(?:\s\d{5}(?:-\d{4})?)?$/u;

/** A legal person may have a therapist's name and credential: `Jane Doe, PT, PLLC`. */
function isOrganized(words: string): boolean {
  return /(?:\b(?:L\.?L\.?C|P\.?L\.?L\.?C|P\.C|PC|Inc|Corp|Ltd|LLP)\b\.?|\b(?:therapy|rehab\w*|associates|clinic),?\sP\.?A\b\.?)$/i.test(
    words.replace(/,\s{0,3}\d.*$/, ""),
  );
}

/** Behind a comma a credential is somebody's; `Summit PT` may be a practice, or Ms. Summit. */
function credentialIn(words: string): Named | undefined {
  const bare = words.replace(stateAndZip, " ").replace(trade, " ");
  const credentials = bare
    .split(/[\s,;:()[\]/&+]+/)
    .filter((word) => /^[A-Z][A-Z./-]+$/.test(word) && findClinician(word)?.role !== undefined);
  if (credentials.length === 0) return undefined;
  return credentials.every((word) => !/[,(–-]\s?$/.test(bare.slice(0, bare.indexOf(word)))) ? "unclear" : "other";
}

/** Maryland and Pennsylvania are written as a physician and an assistant of one are. */
const stateAndZip = /\b[A-Z]{2}\s\d{5}\b/g;

/** `Summit PT & Rehab`, `Kids OT/SLP Center`: what a practice does, and not what somebody is, which stands behind a comma. */
const trade =
  /(?<![,–-]\s?)\b(?:PT|OT|SLP|ST)(?:\s?(?:[/&+,]|and)\s?(?:PT|OT|SLP|ST)\b)*(?=\s(?:(?:&|\+|and)\s)?(?:\w+\s)?(?:rehab\w*|therapy|clinics?|cent(?:er|re)s?|associates|group|institute|wellness|practice|services)\b)/gi;
