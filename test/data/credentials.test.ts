import assert from "node:assert/strict";
import fc from "fast-check";
import { findClinician } from "../../server/src/data/credentials.ts";

describe("Who treated", () => {
  const kinds: Readonly<Record<string, string>> = {
    "PT therapist": "PT DPT MPT RPT",
    "PT assistant": "PTA LPTA",
    "OT therapist": "OT OTR OTR/L OTD",
    "OT assistant": "OTA COTA COTA/L",
    "SLP therapist": "SLP CCC-SLP MS-SLP CFY CF-SLP",
    practitioner: "MD DO NP PA CNS",
  };
  for (const [kind, credentials] of Object.entries(kinds)) {
    for (const credential of credentials.split(" ")) {
      it(`by ${credential} is a ${kind}, with or without a name, periods or capitals`, () => {
        const dotted = credential.replace(/[A-Z]/g, "$&.");
        for (const text of [
          credential,
          credential.toLowerCase(),
          dotted,
          `Ana Rivera, ${credential}`,
          `${credential}: Rivera`,
        ]) {
          assert.deepEqual([text, kindOf(text), findClinician(text)?.credential], [text, kind, credential]);
        }
      });
    }
  }

  const written: readonly (readonly [text: string, credential: string | undefined])[] = [
    ["P.T. Barnum, PTA", "PTA"],
    ["P.T. Barnum", undefined],
    ["J. Smith, P.T.", "PT"],
    ["Jane Roe, PT, DPT", "DPT"],
    ["Jane Roe, DPT, OCS", "DPT"],
    ["Roe MS-CCC-SLP", "SLP"],
    ["J. Roe, PA-C", "PA"],
    ["Jane Roe", undefined],
    ["Pat Ott", undefined],
    ["Minh Do", undefined],
    ["Minh Do, PT", "PT"],
    ["PT/PTA", undefined],
    ["PT / DPT", "DPT"],
    ["Smith PT/Jones PTA", undefined],
    ["A. Roe, PTA & B. Doe, PT", undefined],
    ["Jane Roe, PT   Assistant: K Brown, PTA", undefined],
    ["Jane Roe, PT   Assistant: K Brown", undefined],
    ["K Brown, PTA (assistant)", "PTA"],
    ["PT assistant", undefined],
    ["PT w/ PTA", undefined],
    ["PT-PTA", undefined],
    ["Roe, PT, Doe, OTR/L", undefined],
    ["A. Roe, MD   B. Doe, PT", undefined],
    ["PT, DPT", "DPT"],
    ["PT, OCS", "PT"],
    ["Roe, MS, CCC-SLP", "CCC-SLP"],
    ["Roe, OTD, OTR/L, CHT", "OTR/L"],
    ["A. Roe, PTA (supervised by B. Doe, PT)", "PTA"],
    ["Captain Apt", undefined],
    ["Jane Roe, PT, ATC", "PT"],
    ["Jane Roe, LAT, ATC, PTA", "PTA"],
    ["Jane Roe, PT, LMT", "PT"],
    ["PT/SLPA", undefined],
    ["Jane Roe, PT w/ aide", undefined],
    ["Jane Roe, PT, aide", undefined],
    ["Jane Roe, PT   Aide: K Brown", undefined],
    ["Jane Roe, PT & student", undefined],
    ["Aide: K Brown, PT", undefined],
    ["K. Brown, SPT (supervised by Jane Roe, PT)", undefined],
    ["K. Brown, SPTA (supervised by Jane Roe, PT)", undefined],
    ["student PT under Jane Roe, PT", undefined],
    ["SPT", undefined],
    ["OTS", undefined],
    ["assistive tech", undefined],
    ["walking aide", undefined],
    ["home aide training", undefined],
    ["high-tech", undefined],
  ];
  for (const [text, credential] of written) {
    it(`reads ${credential ?? "no credential"} in "${text}"`, () => {
      const clinician = findClinician(text);
      assert.ok(clinician);
      assert.equal(clinician.credential, credential);
      if (credential === undefined) assert.equal(clinician.role ?? clinician.discipline, undefined);
    });
  }

  const others: Readonly<Record<string, readonly string[]>> = {
    "an aide": ["aide", "PT aide", "Rehab Aide", "K. Brown, aide", "K. Brown (PT aide)", "Aide: K. Brown"],
    "a technician": ["tech", "PT tech", "OT technician", "therapy tech", "K. Brown, rehab tech"],
    "a student": ["student PT", "PT student", "Student: K. Brown", "K. Brown, SPT", "K. Brown, OTS", "SPTA", "OTAS"],
    "an athletic trainer": ["ATC", "K. Brown, LAT, ATC", "A.T.C."],
    "a massage therapist": ["LMT", "K. Brown, LMT"],
    "an SLP assistant": ["SLPA", "SLP-A", "K. Brown, SLPA", "SLP assistant", "K. Brown, speech therapy asst."],
  };
  for (const [occupation, texts] of Object.entries(others)) {
    for (const text of texts) {
      it(`is ${occupation} in "${text}", who is of no discipline`, () => {
        const clinician = findClinician(text);
        assert.deepEqual(
          [clinician?.role, clinician?.occupation, clinician?.discipline],
          ["other", occupation, undefined],
        );
      });
    }
  }

  it("is an aide whoever supervises", () => {
    assert.equal(findClinician("Aide (supervised by Jane Roe, PT)")?.occupation, "an aide");
  });

  it("is nobody where there are no letters", () => {
    for (const text of ["", "  ", "-", "12/3"]) assert.equal(findClinician(text), undefined);
  });

  it("is found or not in any text, without a throw", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(findClinician(text) === undefined, !/[a-z]/i.test(text));
      }),
    );
  });

  it("takes its last credential whatever the name before it", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][a-z]{4,9}$/),
        fc.constantFrom("PT", "PTA", "OTR/L", "COTA", "SLP"),
        (name, credential) => {
          fc.pre(!/^(?:tech|intern|aide|under|sup)/i.test(name));
          assert.equal(findClinician(`${name}, ${credential}`)?.credential, credential);
        },
      ),
    );
  });
});

function kindOf(text: string): string {
  const clinician = findClinician(text);
  return [clinician?.discipline, clinician?.role].filter((word) => word !== undefined).join(" ");
}
