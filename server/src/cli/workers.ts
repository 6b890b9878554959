import { Worker, parentPort, workerData } from "node:worker_threads";
import type { CheckOptions } from "./check-options.ts";
import { EnvironmentsOfFiles } from "./environments-of-files.ts";
import type { FoundFile } from "../files/claim-files.ts";
import { nameOf } from "../files/find-files.ts";
import { type Told, reporterFor, tellOf } from "./tell.ts";
import { type PackedElsewhere, type ToldByFiles, elsewhereFrom } from "./told-by-files.ts";

/** So many files a worker may be ahead of what was told: what it found waits in memory. */
const filesAhead = 8;

/** What a worker is given at its start. */
interface Order {
  readonly options: CheckOptions;
  readonly terminal: { readonly isTTY: boolean };
}

/** A file for a worker, and, back from it, what is told of it; nothing more comes of the file behind `undefined`. */
interface Errand {
  readonly index: number;
  readonly file: FoundFile;
  /** What the other files tell this one; undefined where each is taken by itself. */
  readonly told: PackedElsewhere | undefined;
}
interface News {
  readonly index: number;
  readonly told: Told | undefined;
}

/** Checks files on several threads, each of which runs this program. What is told of them comes in the order of the files. */
export async function* toldByWorkers(
  files: readonly FoundFile[],
  jobs: number,
  order: Order,
  together: ToldByFiles | undefined,
): AsyncIterable<Told> {
  const boxes = files.map(() => new Mailbox());
  let next = 0;
  let current = 0;
  const idle: Worker[] = [];
  const sendOut = (): void => {
    while (idle.length > 0 && next < files.length && next < current + jobs * filesAhead) {
      const file = files[next];
      if (file !== undefined) {
        const told = together?.packedFor(nameOf(file, order.options.stdinFilename));
        idle.pop()?.postMessage({ index: next, file, told } satisfies Errand);
      }
      next++;
    }
  };
  const workers = Array.from({ length: Math.min(jobs, files.length) }, () => {
    const worker = new Worker(__filename, { workerData: order });
    worker.on("message", ({ index, told }: News) => {
      boxes[index]?.put(told);
      if (told !== undefined) return;
      idle.push(worker);
      sendOut();
    });
    worker.on("error", (error) => {
      for (const box of boxes) box.fail(error);
    });
    return worker;
  });
  idle.push(...workers);
  try {
    for (const [index, box] of boxes.entries()) {
      current = index;
      sendOut();
      for (let told = await box.take(); told !== undefined; told = await box.take()) yield told;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** What this thread does where it is a worker. */
export function workForParent(): void {
  const { options, terminal } = workerData as Order;
  const shared = {
    options,
    environments: new EnvironmentsOfFiles(options),
    reporter: reporterFor(options, terminal, process.env),
  };
  const run = async ({ index, file, told: packed }: Errand): Promise<void> => {
    const teller = { ...shared, elsewhereOf: packed && ((path: string) => elsewhereFrom(path, packed)) };
    for await (const told of tellOf(file, Infinity, teller)) parentPort?.postMessage({ index, told } satisfies News);
    parentPort?.postMessage({ index, told: undefined } satisfies News);
  };
  parentPort?.on("message", (errand: Errand) => void run(errand));
}

/** What was told of one file, until it is taken. */
class Mailbox {
  readonly #letters: (Told | undefined)[] = [];
  #wake: () => void = () => undefined;
  #error: Error | undefined;

  put(told: Told | undefined): void {
    this.#letters.push(told);
    this.#wake();
  }

  fail(error: Error): void {
    this.#error = error;
    this.#wake();
  }

  /** Undefined behind the last. */
  async take(): Promise<Told | undefined> {
    while (this.#letters.length === 0) {
      if (this.#error !== undefined) throw this.#error;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#letters.shift();
  }
}
