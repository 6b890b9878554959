import type { CheckedFile } from "./check-file.ts";
import type { Summary } from "./summary.ts";

/** Turns what was found into the text of one `--format`, bit by bit: a batch of files is told of as it is read. */
export interface Reporter {
  begin(): string;
  /** No more than the first `most` findings are told. */
  file(file: CheckedFile, most: number): string;
  end(summary: Summary): string;
}
