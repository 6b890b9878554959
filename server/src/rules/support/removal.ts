import type { ServiceLine } from "../../model/claim.ts";
import type { Fix } from "../rule.ts";

/** Takes the line out of the claim. */
export function removalOf(line: ServiceLine): Fix {
  const code = line.procedure.value;
  return {
    title: `Remove the ${code} line`,
    safety: "review",
    changes: [{ kind: "removal", line }],
    attests: `The claim then no longer bills this line of ${code}, nor its charge; a total that a superbill states is left as it is.`,
  };
}
