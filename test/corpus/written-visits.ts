import { institutional } from "./clean-visits.ts";
import type { Visit } from "./visit.ts";
import { csv } from "./written-csv.ts";
import { cms1500 } from "./written-print.ts";
import { alignedTable, head, rows, separated } from "./written-superbill.ts";
import { institutionsClaim, professional } from "./written-x12.ts";

/** A way in which an office writes a visit down. */
export interface Form {
  readonly name: string;
  readonly language: string;
  /** What the form has no place for: a fault in it can't be seen there. */
  readonly lacks: ReadonlySet<Aspect>;
  write(visit: Visit): string;
}

export type Aspect =
  | "minutes"
  | "clinicians"
  | "used"
  | "allowed"
  | "plan"
  | "total"
  | "institution"
  | "office"
  | "through"
  | "taxonomies"
  | "fiveModifiers"
  /** Rows in which nothing stands but codes and values: no patient's name. */
  | "bareRows";

const unsaidInX12 = ["minutes", "clinicians", "used", "allowed", "plan", "fiveModifiers"] as const;

export const forms: readonly Form[] = [
  form("aligned table", "superbill", ["fiveModifiers"], (visit) => head(visit) + alignedTable(visit)),
  form("table with bars", "claim", [], (visit) => head(visit) + separated(visit, " | ")),
  form("tabs", "superbill", [], (visit) => head(visit) + separated(visit, "\t")),
  form("rows without a header", "superbill", ["allowed", "through"], (visit) => head(visit) + rows(visit)),
  form("837P", "x12", [...unsaidInX12, "institution"], professional),
  form("837I", "x12", [...unsaidInX12, "office"], (visit) =>
    institutionsClaim(institutional(visit, visit.institution)),
  ),
  // Of a total that a claim's rows repeat only one below their charges is surely wrong.
  form("CSV", "superbill-csv", ["total", "bareRows"], csv),
  form("CMS-1500", "cms1500-print", [...unsaidInX12, "institution", "taxonomies"], cms1500),
];

function form(name: string, language: string, lacks: readonly Aspect[], write: Form["write"]): Form {
  return { name, language, lacks: new Set(lacks), write };
}
