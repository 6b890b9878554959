import { type Hover, MarkupKind, type Position } from "vscode-languageserver-types";
import type { Description, PartReading } from "../formats/format.ts";
import type { Finding } from "../lint/finding.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim } from "../model/claim.ts";
import { ruleTexts, rules } from "../rules/registry.ts";
import { renderRuleHover } from "../rules/render.ts";
import type { Span } from "../text/span.ts";
import type { Client } from "./client.ts";
import { explainAmount } from "./hover/amount.ts";
import { explainDate } from "./hover/date.ts";
import { explainDiagnosis } from "./hover/diagnosis.ts";
import type { Explainer, Explanation } from "./hover/explanation.ts";
import { blocks, escapeMarkdown } from "./hover/markdown.ts";
import { explainModifier } from "./hover/modifier.ts";
import { explainPayer } from "./hover/payer.ts";
import { type Place, covers } from "./hover/place.ts";
import { explainProcedure } from "./hover/procedure.ts";
import { explainUnits } from "./hover/units.ts";

const explainers: readonly Explainer[] = [
  explainModifier,
  explainProcedure,
  explainUnits,
  explainDiagnosis,
  explainDate,
  explainAmount,
  explainPayer,
];

/** What stands at a position means, on its date and for its payer; why something is wrong with it; the sources last. */
export function hover(snapshot: Snapshot, position: Position, client: Pick<Client, "addressOf">): Hover | null {
  const offset = snapshot.document.offsetAt(position);
  const at = snapshot.partAt(offset);
  if (at === undefined) return null;
  const claims = claimsAt(at.part, snapshot);
  const subject =
    explain({ ...at, takesEnd: false }, claims, snapshot, client) ??
    explain({ ...at, takesEnd: true }, claims, snapshot, client);
  const description = describe({ ...at, takesEnd: true }, at.part, snapshot);
  const findings = snapshot.findingsIn(at.part).filter(({ span }) => covers(span, { ...at, takesEnd: true }));
  const span: Span | undefined = subject?.span ?? description?.span ?? findings[0]?.span;
  if (span === undefined) return null;
  const found = new Set(findings.map((finding) => finding.rule));
  const value = blocks(
    description && told(description),
    subject?.markdown,
    ...[...found].map(ruleTextOf),
    profileOf(findings, snapshot),
    sourceLine(subject, description),
  );
  return { contents: { kind: MarkupKind.Markdown, value }, range: snapshot.rangeOf(span) };
}

/** A format may tell of what stands before a line's end; a hover there belongs to nothing. */
function describe(place: Place, part: PartReading, { format }: Snapshot): Description | undefined {
  const description = format.describe(part, place.offset);
  return covers(description?.span, place) ? description : undefined;
}

function explain(
  place: Place,
  claims: readonly Claim[],
  snapshot: Snapshot,
  client: Pick<Client, "addressOf">,
): Explanation | undefined {
  for (const claim of claims) {
    const setting = { claim, context: snapshot.contextOf(claim), snapshot, client };
    for (const explainer of explainers) {
      const explanation = explainer(place, setting);
      if (explanation !== undefined) return explanation;
    }
  }
  return undefined;
}

/** The claims in the part; for a part that governs others, the next one where it governs that. */
function claimsAt(part: PartReading, snapshot: Snapshot): readonly Claim[] {
  if (part.claims.length > 0) return part.claims;
  const { parts } = snapshot.reading;
  for (let place = parts.placeOf(part) + 1; place < parts.length; place++) {
    const [claim] = parts.at(place)?.claims ?? [];
    if (claim !== undefined) return inherited(claim).some((span) => span?.part === part) ? [claim] : [];
  }
  return [];
}

/** What a claim may have from a part before it. */
function inherited(claim: Claim): readonly (Span | undefined)[] {
  const { name, filingIndicator, payerId } = claim.payer;
  const dates = claim.serviceLines.map((line) => line.dateOfService);
  const stated = claim.statedAmounts.map((amount) => amount.span);
  return [name, filingIndicator, payerId, claim.planOfCare, ...stated, ...claim.diagnoses, ...dates];
}

function ruleTextOf(rule: string): string | undefined {
  const text = ruleTexts.get(rule);
  return text && renderRuleHover(text);
}

/** By which payer's profile rules judged; nothing for what a format found, whoever pays. */
function profileOf(findings: readonly Finding[], snapshot: Snapshot): string | undefined {
  const claim = findings.find(({ rule }) => claimRules.has(rule))?.claim;
  if (claim === undefined) return undefined;
  const { payer } = snapshot.contextOf(claim);
  if (payer.id === "unknown") return "*Judged by what holds for every payer: this one is not known.*";
  return `*Judged by the profile ${escapeMarkdown(payer.name)}.*`;
}

const claimRules: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

function told({ title, text }: Description): string {
  return blocks(`**${escapeMarkdown(title)}**`, escapeMarkdown(text));
}

function sourceLine(...told: readonly (Explanation | Description | undefined)[]): string | undefined {
  const sources = told.flatMap((one) => one?.sources ?? []);
  const titles = new Set(
    sources.map(({ title, evidence }) => (evidence === "verified" ? title : `${title} (recalled)`)),
  );
  return titles.size === 0 ? undefined : `Sources: ${[...titles].join(" · ")}`;
}
