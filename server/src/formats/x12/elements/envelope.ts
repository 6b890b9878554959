import { type Codes, type SegmentText, names } from "./element-text.ts";

const idKinds: Codes = {
  "01": "D-U-N-S number",
  "14": "D-U-N-S number with suffix",
  "20": "health industry number",
  "27": "carrier number of Medicare",
  "28": "fiscal intermediary number of Medicare",
  "29": "provider number of Medicare",
  "30": "federal tax number",
  "33": "NAIC company code",
  ZZ: "as the partners agreed",
};

const transactionKinds: Codes = {
  "270": "eligibility question",
  "271": "eligibility answer",
  "276": "claim status question",
  "277": "claim status answer",
  "278": "request for authorization",
  "835": "remittance",
  "837": "claims",
  "999": "acknowledgment",
};

/** What begins and ends interchanges, groups and transactions, of whatever kind. */
export const envelopeSegments: Readonly<Record<string, SegmentText>> = {
  ISA: {
    name: "beginning of the interchange",
    note: "The one segment of fixed width; it sets the characters that separate everything behind it.",
    elements: [
      { name: "kind of authorization", codes: { "00": "none", "03": "additional data" } },
      { name: "authorization", note: "Ten characters." },
      { name: "kind of security information", codes: { "00": "none", "01": "password" } },
      { name: "security information", note: "Ten characters." },
      { name: "kind of sender id", codes: idKinds },
      { name: "sender", note: "Fifteen characters, filled up with spaces." },
      { name: "kind of receiver id", codes: idKinds },
      { name: "receiver", note: "Fifteen characters, filled up with spaces." },
      { name: "date", note: "YYMMDD." },
      { name: "time", note: "HHMM." },
      { name: "repetition separator", note: "In version 00401 and before, the letter U." },
      { name: "version of the envelope" },
      { name: "control number", note: "Nine digits; IEA02 repeats it." },
      { name: "acknowledgment wanted", codes: { "0": "no", "1": "yes" } },
      { name: "usage", codes: { P: "production", T: "test" } },
      { name: "component separator", note: "The character behind it ends every segment." },
    ],
  },
  IEA: {
    name: "end of the interchange",
    elements: [
      { name: "number of groups", note: "How many GS segments the interchange has." },
      { name: "control number", note: "The same as ISA13." },
    ],
  },
  GS: {
    name: "beginning of a group",
    elements: [
      {
        name: "kind of transactions",
        codes: {
          HC: "claims",
          HP: "remittances",
          HB: "eligibility answers",
          HS: "eligibility questions",
          HN: "claim status",
          FA: "acknowledgments",
        },
      },
      ...names("sender's code", "receiver's code"),
      { name: "date", note: "CCYYMMDD." },
      { name: "time", note: "HHMM, with or without seconds." },
      { name: "control number", note: "GE02 repeats it." },
      { name: "agency of the standard", codes: { X: "X12" } },
      {
        name: "implementation guide",
        note: "005010X222A1 is the 837P, 005010X223A2 the 837I, 005010X221A1 the 835 and 005010X279A1 the 271.",
      },
    ],
  },
  GE: {
    name: "end of a group",
    elements: [
      { name: "number of transactions", note: "How many ST segments the group has." },
      { name: "control number", note: "The same as GS06." },
    ],
  },
  ST: {
    name: "beginning of a transaction",
    elements: [
      { name: "kind of transaction", codes: transactionKinds },
      { name: "control number", note: "SE02 repeats it." },
      { name: "implementation guide", note: "The same as GS08." },
    ],
  },
  SE: {
    name: "end of a transaction",
    elements: [
      { name: "number of segments", note: "From ST to SE, both counted." },
      { name: "control number", note: "The same as ST02." },
    ],
  },
};
