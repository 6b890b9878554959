import { byFile, groupBy } from "./compare.ts";
import { keyOf } from "./equals.ts";
import { type Service, leadOf } from "./services.ts";
import type { Teller } from "./source.ts";

/**
 * Finds the services that may be those of another file of the same form: the same date, code and bucket, and the same place among equals of
 * its file. A file saved under a second name holds one service again, two superbills of two sessions hold two; where both claims have
 * numbers and these differ, or where both services were sent or decided, they are two. Of several the one that was sent or decided is
 * certain, else that of the file whose name is first; the others are marked.
 */
export function markToldTwice(services: readonly Service[]): void {
  if (areOfOneFile(services)) return;
  for (const form of ["sent", "noted"] as const) {
    const told = services.flatMap((service) => {
      const teller = service[form];
      return teller?.line.date === undefined ? [] : [{ service, teller, stands: standsByItself(service, form) }];
    });
    for (const equals of groupBy(told, ({ teller }) => `${keyOf(teller.line)} ${teller.line.bucket ?? ""}`).values()) {
      markAmong(equals);
    }
  }
}

function areOfOneFile(services: readonly Service[]): boolean {
  const [first] = services;
  const file = first && leadOf(first)?.claim.file;
  return services.every((service) => leadOf(service)?.claim.file === file);
}

interface Told {
  readonly service: Service;
  readonly teller: Teller;
  /** Whether something else than its own line says that it was a service. */
  readonly stands: boolean;
}

function standsByItself({ sent, decisions, share }: Service, form: "sent" | "noted"): boolean {
  return decisions.length > 0 || share !== undefined || (form === "noted" && sent !== undefined);
}

function markAmong(equals: readonly Told[]): void {
  if (equals.length === 1) return;
  const ordered = equals.toSorted((a, b) => byFile(a.teller.claim, b.teller.claim) || a.teller.index - b.teller.index);
  const numbered = [...groupBy(ordered, ({ teller }) => teller.claim.file).values()].flatMap((inFile) =>
    inFile.map((told, number) => ({ told, number })),
  );
  for (const same of groupBy(numbered, ({ number }) => number).values()) {
    const ranked = same.map(({ told }) => told).sort((a, b) => Number(b.stands) - Number(a.stands));
    ranked.forEach((told, rank) => {
      if (!told.stands && ranked.slice(0, rank).some((other) => mayBeOne(other, told))) told.service.isToldTwice = true;
    });
  }
}

function mayBeOne({ teller: { claim: one } }: Told, { teller: { claim: other } }: Told): boolean {
  return one.claimId === undefined || other.claimId === undefined || one.claimId === other.claimId;
}
