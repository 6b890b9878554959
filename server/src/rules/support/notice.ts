import type { ServiceLine } from "../../model/claim.ts";
import type { Fix } from "../rule.ts";
import { attestedByRemoving } from "./attestation.ts";
import { andList } from "./words.ts";

/** Takes every one of these modifiers off the line, however often it stands there. */
export function removeAll(modifiers: readonly string[], line: ServiceLine): Fix {
  const to = line.modifiers.map((field) => field.value).filter((modifier) => !modifiers.includes(modifier));
  return {
    title: `Remove ${andList(modifiers)}`,
    safety: "review",
    changes: [{ kind: "modifiers", line, to }],
    ...attestedByRemoving(...modifiers),
  };
}
