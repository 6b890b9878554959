import { type DocumentSymbol, type Range, type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Snapshot } from "../lint/snapshot.ts";
import type { Claim, ServiceLine } from "../model/claim.ts";
import type { Client } from "./client.ts";
import type { Steps } from "../text/steps.ts";

/** Claim → visit → service line, told by number, date and codes: an outline is on screens that others see, so nobody is named. */
export function* documentSymbols(snapshot: Snapshot, client: Client): Steps<DocumentSymbol[] | SymbolInformation[]> {
  const symbols: DocumentSymbol[] = [];
  for (const claim of snapshot.claims) {
    symbols.push(claimSymbol(claim, symbols.length + 1, snapshot));
    yield;
  }
  return client.nestsSymbols ? symbols : symbols.flatMap((symbol) => flatten(symbol, snapshot.document.uri));
}

function claimSymbol(claim: Claim, number: number, snapshot: Snapshot): DocumentSymbol {
  const visits = visitsOf(claim).map((lines) => visitSymbol(lines, snapshot));
  const detail = `${counted(visits.length, "visit")}, ${counted(claim.serviceLines.length, "service line")}`;
  return {
    name: `Claim ${number.toString()}`,
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
