import type { Claim, ServiceLine } from "../../model/claim.ts";
import type { CodePair } from "../../model/tables.ts";
import type { Context } from "../context.ts";
import { isInPairs } from "./edit-table.ts";

/** A code's pairs, by the other code. */
type PairsByPartner = ReadonlyMap<string, readonly CodePair[]>;

/** The pairs of the line's code, by the table that judges the claim. */
export function pairsByPartner({ procedure: { value: code } }: ServiceLine, context: Context): PairsByPartner {
  const { pairTable, claim } = context;
  const byKind = partnersByTable.get(pairTable) ?? noneYet();
  partnersByTable.set(pairTable, byKind);
  const byCode = byKind[claim.kind];
  let partners = byCode.get(code);
  if (partners === undefined) {
    if (!isInPairs(code, context.procedureOf(code))) return noPartners;
    partners = groupByPartner(code, context.pairsWith(code));
    byCode.set(code, partners);
  }
  return partners;
}

const noPartners: PairsByPartner = new Map();

/** A table is looked through once for each code: almost every line has none of its partners on its day. */
const partnersByTable = new WeakMap<Context["pairTable"], Record<Claim["kind"], Map<string, PairsByPartner>>>();

function noneYet(): Record<Claim["kind"], Map<string, PairsByPartner>> {
  return { professional: new Map<string, PairsByPartner>(), institutional: new Map<string, PairsByPartner>() };
}

function groupByPartner(code: string, pairs: readonly CodePair[]): PairsByPartner {
  const partners = new Map<string, CodePair[]>();
  for (const pair of pairs) {
    const partner = pair.column1 === code ? pair.column2 : pair.column1;
    const before = partners.get(partner);
    if (before === undefined) partners.set(partner, [pair]);
    else before.push(pair);
  }
  return partners;
}
