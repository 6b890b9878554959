import type { Claim } from "../model/claim.ts";
import type { CalendarDate } from "../model/date.ts";
import { type Field, textOf } from "../text/span.ts";
import type { Context } from "./context.ts";
import { type Fix, type Report, defineRule } from "./rule.ts";
import { digitLike } from "./support/look-alike.ts";
import { kindAt, mbiLength, misfitsOf } from "./support/mbi.ts";
import { isMedicare } from "./support/medicare.ts";
import { serviceDatesOf } from "./support/service-dates.ts";
import { isToldHere } from "./support/told-once.ts";

const mbiFrom: CalendarDate = "2020-01-01";

export const mbiInvalid = defineRule({
  id: "mbi-invalid",
  severity: "error",
  docs: {
    summary: "The Medicare number has not the form of a Medicare Beneficiary Identifier.",
    why:
      "A Medicare Beneficiary Identifier has eleven characters, each place of a fixed kind: a letter, a digit, or either. The letters " +
      "S, L, O, I, B and Z never occur, so that none is taken for a digit. The hyphens on the card are for reading only: a superbill may " +
      "show them, an electronic claim must not. Claims with the old number, a social security number with a letter behind it, are " +
      "rejected since 2020 (reason 16 with remark N382 or MA27).",
    remedy: "Copy the number from the card, or look it up in the contractor's portal.",
    applies:
      "Medicare Part B and Railroad Medicare, services from 2020-01-01. In a superbill an id of another length is only judged where its " +
      "label says Medicare or MBI: it may be a supplement's.",
    incorrect: "Medicare ID: 1EG4-TE5-MKB3\nDOS: 2026-03-02\n97110 GP x2",
    correct: "Medicare ID: 1EG4-TE5-MK73\nDOS: 2026-03-02\n97110 GP x2",
    sources: [
      { title: "CMS, understanding the Medicare Beneficiary Identifier (MBI) format" },
      { title: "CMS, New Medicare Card: only the MBI is taken from 2020-01-01" },
    ],
  },

  checkClaim(claim, context, report) {
    const { beneficiaryId } = claim;
    if (beneficiaryId === undefined || !isMedicare(context)) return;
    const isX12 = context.formatId === "x12";
    if (misfitsOf(beneficiaryId.value).length > 0) checkForm(claim, beneficiaryId, context, report);
    else if (isX12) checkWriting(claim, beneficiaryId, context, report);
  },
});

function checkForm(claim: Claim, field: Field<string>, context: Context, report: Report): void {
  const dates = serviceDatesOf(claim);
  if (dates === undefined || dates.first < mbiFrom || isMasked(field)) return;
  const isX12 = context.formatId === "x12";
  const id = isX12 ? field.value : firstNumberIn(field);
  if (id === undefined || misfitsOf(id).length === 0) return;
  if (!isX12 && !isMeantAsMbi(id, field)) return;
  if (isToldHere(field, `mbi ${field.value}`, context)) report(field, faultOf(id), { fixes: mends(claim, field, id) });
}

/** X12 holds the number as the payer keeps it. */
function checkWriting(claim: Claim, id: Field<string>, context: Context, report: Report): void {
  const written = textOf(id).replace(/[\r\n]+/g, "");
  if (written === id.value || !isToldHere(id, `mbi ${id.value}`, context)) return;
  const hasTies = /[\s-]/.test(written);
  const title = hasTies ? "Remove the hyphens" : "Write it in capitals";
  report(
    id,
    hasTies ? "X12 holds a Medicare number without hyphens and blanks" : "A Medicare number has capital letters",
    {
      severity: hasTies ? "error" : "information",
      fixes: [{ title, safety: "safe", changes: [{ kind: "value", of: claim, at: id, to: id.value }] }],
    },
  );
}

/** What stands before any other words, such as `(verified)`; undefined where it is right, or no number. */
function firstNumberIn(id: Field<string>): string | undefined {
  const written = textOf(id).toUpperCase();
  const grouped = /^[0-9A-Z]{4}[ -][0-9A-Z]{3}[ -][0-9A-Z]{4}(?![0-9A-Z-])/.exec(written)?.[0];
  const word = (grouped ?? /^[0-9A-Z-]+(?=$|[\s(),;])/.exec(written)?.[0])?.replace(/[ -]/g, "");
  return word !== undefined && word.replace(/\D/g, "").length >= fewestDigits ? word : undefined;
}

/** Words such as `pending` are no number. */
const fewestDigits = 3;

function isMasked(id: Field<string>): boolean {
  return /X{3}|[*#•]/i.test(textOf(id));
}

/** The label says so, or the id is a Medicare number but for a slip or two. */
function isMeantAsMbi(id: string, { part, start }: Field<string>): boolean {
  const before = part.text.slice(Math.max(0, start - 30), start);
  const label = /[^\r\n|]*$/.exec(before)?.[0] ?? "";
  if (/\b(?:MBI|Medicare|HICN)\b[^:]*:\s*$/i.test(label)) return true;
  return id.length === mbiLength && misfitsOf(id).length <= 2;
}

function faultOf(id: string): string {
  if (/^\d{9}[A-Z][0-9A-Z]?$|^(?:A|CA|H|JA|MA|MH|P[ADH]|W[ADH]|WC[ADH])\d{6}(?:\d{3})?$/.test(id)) {
    return `This is an old Medicare number (HICN); claims from ${mbiFrom} carry the MBI`;
  }
  if (id.length !== mbiLength) {
    return `The Medicare number has ${String(id.length)} characters; an MBI has ${String(mbiLength)}`;
  }
  const [at = 0] = misfitsOf(id);
  return `Character ${String(at + 1)} of the Medicare number is ${id.charAt(at)}; ${kindAt(at)} belongs there`;
}

/** Where every misfit is a letter that an MBI never holds, and a digit of its look belongs there. */
function mends(claim: Claim, field: Field<string>, id: string): readonly Fix[] {
  const misfits = misfitsOf(id);
  if (id.length !== mbiLength || misfits.length === 0) return [];
  const written = textOf(field);
  let mended = id;
  let to = written;
  for (const at of misfits) {
    const digit = digitLike(id.charAt(at));
    const place = placeOf(written, at);
    if (digit === undefined || place === undefined) return [];
    mended = mended.slice(0, at) + digit + mended.slice(at + 1);
    to = to.slice(0, place) + digit + to.slice(place + 1);
  }
  if (misfitsOf(mended).length > 0) return [];
  return [
    {
      title: "Put the digit in place of the letter that looks like it",
      safety: "review",
      changes: [{ kind: "value", of: claim, at: field, to }],
      attests: "The number on the patient's card has this digit.",
    },
  ];
}

/** Where in the text the character of the id stands, hyphens and blanks not counted. */
function placeOf(written: string, at: number): number | undefined {
  const places = [...written.matchAll(/[0-9A-Za-z]/g)].map(({ index }) => index);
  return places[at];
}
