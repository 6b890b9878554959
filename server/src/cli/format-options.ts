import { standardInput } from "../files/find-files.ts";
import { parseFlags } from "./parse-flags.ts";
import { UsageError } from "./usage.ts";

export interface FormatOptions {
  readonly paths: readonly string[];
  readonly layout: "readable" | "compact";
  /** Nothing is written. */
  readonly isCheck: boolean;
  readonly stdinFilename: string | undefined;
}

/** @throws UsageError for anything that `format` does not know. */
export function readFormatOptions(args: readonly string[]): FormatOptions {
  const { values, positionals } = parseFlags(args, {
    check: { type: "boolean" },
    compact: { type: "boolean" },
    "stdin-filename": { type: "string" },
  });
  // It writes files, so it takes none that are not named.
  if (positionals.length === 0) throw new UsageError("format takes the files to lay out, or - for standard input");
  const stdinFilename = values["stdin-filename"];
  if (stdinFilename !== undefined && !positionals.includes(standardInput)) {
    throw new UsageError("--stdin-filename names what is read with -, and there is no - among the paths");
  }
  return {
    paths: positionals,
    layout: values.compact === true ? "compact" : "readable",
    isCheck: values.check === true,
    stdinFilename,
  };
}
