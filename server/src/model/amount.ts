import type { Field } from "../text/span.ts";
import type { CalendarDate } from "./date.ts";
import type { Bucket } from "./discipline.ts";
import type { Cents } from "./money.ts";

/** What a remittance or an eligibility answer says about a beneficiary's use of the year's amount. */
export interface Amount {
  readonly source: "remittance" | "eligibility";
  readonly beneficiaryId: Field<string>;
  readonly bucket: Bucket | undefined;
  readonly date: Field<CalendarDate>;
  readonly cents: Field<Cents>;
}
