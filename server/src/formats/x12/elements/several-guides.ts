import { type Codes, type SegmentText, dateForms, names } from "./element-text.ts";

/** The segments that stand in the guides of several transactions, alike but for their codes. */

export const street: SegmentText = { name: "street address", elements: names("street", "second line of the street") };

export const city: SegmentText = {
  name: "city, state and ZIP code",
  elements: names("city", "state", "ZIP code", "country"),
};

export const demographics: SegmentText = {
  name: "birth date and sex",
  elements: [
    { name: "form of the date", codes: dateForms },
    { name: "birth date" },
    { name: "sex", codes: { F: "female", M: "male", U: "not known" } },
  ],
};

/** NM1: a person or an organization. */
export function nameSegment(roles: Codes, idKinds: Codes): SegmentText {
  return {
    name: "name",
    namedBy: 1,
    elements: [
      { name: "role", codes: roles },
      { name: "person or organization", codes: { "1": "person", "2": "organization" } },
      { name: "last name, or the organization's name" },
      ...names("first name", "middle name", "prefix", "suffix"),
      { name: "kind of id", codes: idKinds },
      { name: "id", namedBy: 8 },
    ],
  };
}

/** REF */
export function referenceSegment(kinds: Codes): SegmentText {
  return {
    name: "reference",
    namedBy: 1,
    elements: [
      { name: "kind of reference", codes: kinds },
      { name: "reference", namedBy: 1 },
    ],
  };
}

/** PER */
export function contactSegment(roles: Codes, numberKinds: Codes): SegmentText {
  return {
    name: "contact",
    elements: [
      { name: "role", codes: roles },
      { name: "name" },
      ...[1, 2, 3].flatMap((index) => [
        { name: `kind of number ${index}`, codes: numberKinds },
        { name: `number ${index}` },
      ]),
    ],
  };
}

/** HL */
export function levelSegment(kinds: Codes): SegmentText {
  return {
    name: "level",
    namedBy: 3,
    note: "Everything down to the next HL belongs to this level.",
    elements: [
      { name: "number of this level" },
      { name: "number of the level above" },
      { name: "kind of level", codes: kinds },
      { name: "levels below", codes: { "0": "none", "1": "at least one" } },
    ],
  };
}

/** DTP */
export function dateSegment(kinds: Codes): SegmentText {
  return {
    name: "date",
    namedBy: 1,
    elements: [
      { name: "kind of date", codes: kinds },
      { name: "form of the date", codes: dateForms },
      { name: "date", namedBy: 1 },
    ],
  };
}

/** AMT */
export function amountSegment(kinds: Codes): SegmentText {
  return {
    name: "amount",
    namedBy: 1,
    elements: [
      { name: "kind of amount", codes: kinds },
      { name: "amount", namedBy: 1 },
    ],
  };
}
