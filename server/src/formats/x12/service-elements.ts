import { type Segment, segmentId } from "./segment.ts";
import type { Claim } from "../../model/claim.ts";

/** Which element of a service segment holds what, 1 being the first; undefined where it has no place for it. */
export interface ServiceElements {
  readonly segment: "SV1" | "SV2";
  readonly revenueCode: number | undefined;
  readonly procedure: number;
  readonly charge: number;
  readonly unit: number;
  readonly quantity: number;
  readonly placeOfService: number | undefined;
  readonly pointers: number | undefined;
  /** What of the charge the provider knows not to be covered. */
  readonly nonCovered: number | undefined;
  /** How many service lines a claim has room for. */
  readonly mostLines: number;
}

const professional: ServiceElements = {
  segment: "SV1",
  revenueCode: undefined,
  procedure: 1,
  charge: 2,
  unit: 3,
  quantity: 4,
  placeOfService: 5,
  pointers: 7,
  nonCovered: undefined,
  mostLines: 50,
};

const institutional: ServiceElements = {
  segment: "SV2",
  revenueCode: 1,
  procedure: 2,
  charge: 3,
  unit: 4,
  quantity: 5,
  placeOfService: undefined,
  pointers: undefined,
  nonCovered: 7,
  mostLines: 999,
};

const sv1 = segmentId("SV1");
const sv2 = segmentId("SV2");
const sv3 = segmentId("SV3");

export function isService({ id }: Segment): boolean {
  return id === sv1 || id === sv2;
}

/** For a segment that is a service. */
export function elementsOfService({ id }: Segment): ServiceElements {
  return id === sv2 ? institutional : professional;
}

/** What the lines of this kind of claim are written in. */
export function elementsOfKind(kind: Claim["kind"]): ServiceElements {
  return kind === "institutional" ? institutional : professional;
}

/** The kind of a claim by its first service line; undefined where it has none, or one of a dentist. */
export function kindByService(segments: readonly Segment[]): Claim["kind"] | undefined {
  const first = segments.find((segment) => isService(segment) || segment.id === sv3);
  if (first === undefined || first.id === sv3) return undefined;
  return first.id === sv2 ? "institutional" : "professional";
}

/** `SV104`: the element in the words of the guides. */
export function elementName({ segment }: ServiceElements, n: number): string {
  return `${segment}${String(n).padStart(2, "0")}`;
}
