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

/**
 * For what takes longer to read. Opening a file reads each of its claims twice, once to make it known to the others and once to check it,
 * and what was read so is soon dropped; one that is read again is looked at by somebody, who asks one thing after the other.
 *
 * @param timesRead this time too
 */
export function keepRead(reader: Reader, timesRead: number): void {
  if (timesRead > readsOfOpening) many.keep(reader);
  else few.keep(reader);
}

const readsOfOpening = 2;
