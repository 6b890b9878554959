import { buffer } from "node:stream/consumers";

let bytes: Promise<Buffer> | undefined;

/** All that stands on standard input, which can be read once; everyone who asks is given the same. */
export function readStandardInput(): Promise<Buffer> {
  return (bytes ??= buffer(process.stdin));
}
