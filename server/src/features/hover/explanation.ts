import type { Claim } from "../../model/claim.ts";
import type { Source } from "../../model/tables.ts";
import type { Snapshot } from "../../lint/snapshot.ts";
import type { Context } from "../../rules/context.ts";
import type { Span } from "../../text/span.ts";
import type { Client } from "../client.ts";
import type { Place } from "./place.ts";

/** What a hover says about one value of a claim. */
export interface Explanation {
  readonly span: Span;
  readonly markdown: string;
  readonly sources: readonly Source[];
}

/** Where a value stands: its claim, and what rules know of it. */
export interface Setting {
  readonly claim: Claim;
  readonly context: Context;
  readonly snapshot: Snapshot;
  readonly client: Pick<Client, "addressOf">;
}

/** Explains the value at a place, if it is of the kind that the explainer knows. */
export type Explainer = (place: Place, setting: Setting) => Explanation | undefined;
