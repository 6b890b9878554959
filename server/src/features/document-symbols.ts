import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { OutlineEntry } from "../formats/format.ts";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { Client } from "./client.ts";
import type { Steps } from "../text/steps.ts";

/** With more to tell than this, nobody sees what lies in a claim. */
const mostWithChildren = 2000;

/** With still more, a symbol stands for several. */
const mostSymbols = 10_000;

/** A claim, or what a format tells of a part that holds none. Where it stands is asked of few: a claim is read for it. */
interface Told {
  readonly name: string;
  /** Among those of its name, from 1. */
  readonly number: number;
  readonly what: Claim | OutlineEntry;
}

/**
 * Claim → visit → service line, and beside them what a format says of the parts that hold no claim, told by number, date and codes: an
 * outline is on screens that others see, so nobody is named. Of a large document it is shorter, since an editor asks at every edit:
 * claims without what lies in them, or runs of claims.
 */
export function* documentSymbols(snapshot: Snapshot, client: Client): Steps<DocumentSymbol[] | SymbolInformation[]> {
  const told = yield* toldOf(snapshot);
  const symbols: DocumentSymbol[] = [];
  if (told.length <= mostWithChildren) {
    for (const { name, number, what } of told) {
      const symbol = "serviceLines" in what ? claimSymbol(what, snapshot) : outlineSymbol(what, snapshot);
      symbols.push({ ...symbol, name: `${name} ${number.toString()}` });
      yield;
    }
  } else {
    for (const run of runsOf(told, Math.ceil(told.length / mostSymbols))) {
      symbols.push(runSymbol(run, snapshot));
      yield;
    }
  }
  return client.nestsSymbols ? symbols : symbols.flatMap((symbol) => flatten(symbol, snapshot.document.uri));
}

function* toldOf(snapshot: Snapshot): Steps<readonly Told[]> {
  const told: Told[] = [];
  const counts = new Map<string, number>();
  const tell = (name: string, what: Told["what"]): void => {
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    told.push({ name, number, what });
  };
  for (const part of snapshot.reading.parts) {
    for (const claim of part.claims) tell("Claim", claim);
    for (const entry of part.outline) tell(entry.name, entry);
    yield;
  }
  return told;
}

type Run = readonly [Told, ...Told[]];

/** Neighbours of one name, so many together. */
function* runsOf(told: readonly Told[], most: number): Iterable<Run> {
  let run: [Told, ...Told[]] | undefined;
  for (const one of told) {
    if (run !== undefined && run.length < most && run[0].name === one.name) {
      run.push(one);
      continue;
    }
    if (run !== undefined) yield run;
    run = [one];
  }
  if (run !== undefined) yield run;
}

function runSymbol(run: Run, snapshot: Snapshot): DocumentSymbol {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const numbers = last === first ? first.number.toString() : `${first.number.toString()}–${last.number.toString()}`;
  return {
    name: `${first.name} ${numbers}`,
    kind: SymbolKind.Module,
    range: union(snapshot.rangeOf(first.what.span), snapshot.rangeOf(last.what.span)),
    selectionRange: snapshot.rangeOf(first.what.head),
  };
}

function outlineSymbol({ name, detail, span, head, children }: OutlineEntry, snapshot: Snapshot): DocumentSymbol {
  return {
    name,
    detail,
    kind: children.length === 0 ? SymbolKind.Field : SymbolKind.Module,
    range: snapshot.rangeOf(span),
    selectionRange: snapshot.rangeOf(head),
    children: children.map((child) => outlineSymbol(child, snapshot)),
  };
}

function claimSymbol(claim: Claim, snapshot: Snapshot): DocumentSymbol {
  const visits = visitsOf(claim).map((lines) => visitSymbol(lines, snapshot));
  const detail = `${counted(visits.length, "visit")}, ${counted(claim.serviceLines.length, "service line")}`;
  return {
    name: "Claim",
    detail,
    kind: SymbolKind.Module,
    range: snapshot.rangeOf(claim.span),
    selectionRange: snapshot.rangeOf(claim.head),
    children: visits,
  };
}

function visitSymbol(lines: readonly [ServiceLine, ...ServiceLine[]], snapshot: Snapshot): DocumentSymbol {
  const children = lines.map((line) => lineSymbol(line, snapshot));
  const [first] = lines;
  return {
    name: first.dateOfService?.value ?? "no date",
    detail: counted(lines.length, "service line"),
    kind: SymbolKind.Event,
    range: children.map((child) => child.range).reduce(union),
    selectionRange: snapshot.rangeOf(first.procedure),
    children,
  };
}

function lineSymbol(line: ServiceLine, snapshot: Snapshot): DocumentSymbol {
  return {
    name: nameOf(line),
    detail: line.units === undefined ? "" : counted(line.units.value, "unit"),
    kind: SymbolKind.Field,
    range: snapshot.rangeOf(line.span),
    selectionRange: snapshot.rangeOf(line.procedure),
  };
}

/** What stands in a code column may be any word, a name too: only what has the shape of a code is told. */
function nameOf(line: ServiceLine): string {
  const code = /^(\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(line.procedure.value) ? line.procedure.value : "service line";
  const modifiers = line.modifiers.map((field) => field.value).filter((modifier) => /^[A-Z0-9]{2}$/.test(modifier));
  return [code, ...modifiers].join(" ");
}

/** Lines of one date that stand together. */
function visitsOf(claim: Claim): readonly (readonly [ServiceLine, ...ServiceLine[]])[] {
  const visits: [ServiceLine, ...ServiceLine[]][] = [];
  for (const line of claim.serviceLines) {
    const visit = visits.at(-1);
    if (visit?.[0].dateOfService?.value === line.dateOfService?.value && visit !== undefined) visit.push(line);
    else visits.push([line]);
  }
  return visits;
}

function flatten(symbol: DocumentSymbol, uri: string, containerName?: string): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol;
  const information = { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) };
  return [information, ...children.flatMap((child) => flatten(child, uri, name))];
}

function union(first: Range, second: Range): Range {
  const isLater = (a: Range["start"], b: Range["start"]): boolean =>
    a.line > b.line || (a.line === b.line && a.character > b.character);
  return {
    start: isLater(first.start, second.start) ? second.start : first.start,
    end: isLater(second.end, first.end) ? second.end : first.end,
  };
}

function counted(count: number, noun: string): string {
  return `${count.toString()} ${noun}${count === 1 ? "" : "s"}`;
}
