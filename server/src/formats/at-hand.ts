/** Something that keeps what it read of its text, and can read it again. */
interface Reader {
  drop(): void;
}

/** What was read by so many of them is kept, and then dropped for what others read. */
class AtHand {
  readonly #readers: Reader[] = [];
  readonly #most: number;
  #next = 0;

  constructor(most: number) {
    this.#most = most;
  }

  keep(reader: Reader): void {
    this.#readers[this.#next]?.drop();
    this.#readers[this.#next] = reader;
    this.#next = (this.#next + 1) % this.#most;
  }
}

const few = new AtHand(32);
const many = new AtHand(256);

/** For what takes little to read: a few fit into the processor's cache, and are not copied by each collection. */
export function keepAtHand(reader: Reader): void {
  few.keep(reader);
}

/** For what takes long to read: an editor asks one thing after the other of a file of a few thousand lines. */
export function keepLonger(reader: Reader): void {
  many.keep(reader);
}
