import type { PlaceOfService } from "../model/tables.ts";
import { recalled } from "./source.ts";

/** The places of service that CMS publishes, by code; `words` are what superbills call them. */
export const placesOfService: readonly PlaceOfService[] = [
  place("01", "Pharmacy"),
  place("02", "Telehealth, the patient not at home", "telehealth", "telehealth not at home", "telehealth other"),
  place("03", "School", "school"),
  place("04", "Homeless shelter"),
  place("05", "Indian Health Service clinic"),
  place("06", "Indian Health Service facility"),
  place("07", "Tribal clinic"),
  place("08", "Tribal facility"),
  place("09", "Prison"),
  place("10", "Telehealth, the patient at home", "telehealth at home", "telehealth home", "home telehealth"),
  place("11", "Office", "office", "clinic", "private practice"),
  place("12", "Home", "home", "patient home", "patients home"),
  place("13", "Assisted living", "assisted living", "assisted living facility", "alf"),
  place("14", "Group home", "group home"),
  place("15", "Mobile unit", "mobile unit"),
  place("16", "Temporary lodging"),
  place("17", "Walk-in retail clinic"),
  place("18", "Place of employment"),
  place(
    "19",
    "Hospital outpatient department away from its campus",
    "off campus outpatient hospital",
    "off campus hospital",
  ),
  place("20", "Urgent care", "urgent care"),
  place("21", "Hospital, inpatient", "inpatient hospital", "hospital inpatient"),
  place(
    "22",
    "Hospital outpatient department on its campus",
    "outpatient hospital",
    "hospital outpatient",
    "on campus outpatient hospital",
    "hopd",
  ),
  place("23", "Emergency room", "emergency room", "emergency department"),
  place("24", "Ambulatory surgical center"),
  place("25", "Birthing center"),
  place("26", "Military treatment facility"),
  place("27", "On the street"),
  place("31", "Skilled nursing facility", "snf", "skilled nursing facility", "skilled nursing"),
  place("32", "Nursing facility", "nursing facility", "nursing home", "nf"),
  place("33", "Custodial care", "custodial care", "custodial care facility", "custodial"),
  place("34", "Hospice", "hospice"),
  place("41", "Ambulance on land"),
  place("42", "Ambulance by air or water"),
  place("49", "Independent clinic", "independent clinic"),
  place("50", "Federally qualified health center", "fqhc"),
  place("51", "Inpatient psychiatric facility"),
  place("52", "Partial hospitalization"),
  place("53", "Community mental health center"),
  place("54", "Intermediate care facility"),
  place("55", "Residential substance abuse facility"),
  place("56", "Residential psychiatric center"),
  place("57", "Non-residential substance abuse facility"),
  place("58", "Opioid treatment program"),
  place("60", "Mass immunization center"),
  place(
    "61",
    "Inpatient rehabilitation facility",
    "irf",
    "inpatient rehab",
    "inpatient rehabilitation",
    "inpatient rehabilitation facility",
  ),
  place(
    "62",
    "Comprehensive outpatient rehabilitation facility",
    "corf",
    "comprehensive outpatient rehabilitation facility",
  ),
  place("65", "Dialysis facility"),
  place("66", "Program of all-inclusive care for the elderly"),
  place("71", "Public health clinic"),
  place("72", "Rural health clinic", "rhc", "rural health clinic"),
  place("81", "Independent laboratory"),
  place("99", "Another place"),
];

/**
 * Where Medicare pays at the facility rate, by code. Source: Medicare Claims Processing Manual, chapter 26, section 10.5, as two
 * billing sites list it.
 */
const facilities: ReadonlySet<string> = new Set([..."02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61".split(" ")]);

export function isFacility(code: string): boolean {
  return facilities.has(code);
}

const placeByWord: ReadonlyMap<string, PlaceOfService> = new Map(
  placesOfService.flatMap((place) => [place.code, ...place.words].map((word) => [word, place])),
);

/** By code (`11`, `2`) or by word, in any case and with any punctuation: `Office`, `Assisted-living facility`. */
export function findPlaceOfService(wordOrCode: string): PlaceOfService | undefined {
  const words = wordOrCode
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return placeByWord.get(/^\d$/.test(words) ? `0${words}` : words);
}

function place(code: string, name: string, ...words: readonly string[]): PlaceOfService {
  return { code, name, words, source: recalled("high", "CMS place of service codes") };
}
