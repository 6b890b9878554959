import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage.ts";

/**
 * The flags and paths of a command.
 * @throws UsageError for a flag that is not among the options.
 */
export function parseFlags<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\.\s|\n/)[0] : undefined;
    throw new UsageError(`${reason ?? "unusable arguments"}; see 'therapy-claims --help'`, { cause: error });
  }
}
