import type { Snapshot } from "../lint/snapshot.ts";
import type { FileFacts } from "./check-file.ts";
import type { Summary } from "./summary.ts";

/** Turns what was found into the text of one `--format`, bit by bit: of a batch each file is told of as it is read. */
export interface Reporter {
  begin(): string;
  /** Between what is told of one file and of the next. */
  readonly separator: string;
  unreadable(path: string, error: string): string;
  file(file: FileFacts): FileReporter;
  end(summary: Summary): string;
}

/** Of one file, stretch by stretch: mostly it has one. */
export interface FileReporter {
  /** No more than the first `most` findings are told. */
  stretch(snapshot: Snapshot, most: number): string;
  end(): string;
}
