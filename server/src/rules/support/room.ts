import type { ServiceLine } from "../../model/claim.ts";
import type { Fix, OfferedFix } from "../rule.ts";

/** A CMS-1500 line and an X12 service segment have four places. */
export const places = 4;

/** The fix, where the line has room for so many modifiers more. */
export function whereRoomFor(count: number, line: ServiceLine, fix: OfferedFix): Fix {
  if (line.modifiers.length + count <= places) return fix;
  return { title: fix.title, unavailable: "a line carries at most four modifiers" };
}
