import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { logFailure } from "./answer.ts";
import type { Agreement } from "./capabilities.ts";
import { type InlayHintSettings, type SettingsReading, readSettings } from "../config/settings.ts";

const section = "therapyClaims";

/** A client that does not say what its settings are is not waited for any longer. */
const patienceMilliseconds = 2000;

/** Keeps the settings as the client has them. */
export class SettingsReader {
  /** Settled once the first settings are in, or don't come. */
  readonly known: Promise<void>;
  readonly #connection: Connection;
  readonly #agreement: Agreement;
  #setKnown: () => void = () => undefined;
  #changed: (reading: SettingsReading) => void = () => undefined;
  #reading = readSettings(undefined);

  constructor(connection: Connection, agreement: Agreement) {
    this.#connection = connection;
    this.#agreement = agreement;
    this.known = new Promise((resolve) => (this.#setKnown = resolve));
  }

  /** What is wrong with the settings, a sentence each. */
  get problems(): readonly string[] {
    return this.#reading.problems;
  }

  get inlayHints(): InlayHintSettings {
    return this.#reading.inlayHints;
  }

  /** Tells the settings whenever they are others than before; at first they are the defaults. */
  begin(changed: (reading: SettingsReading) => void): void {
    this.#changed = changed;
    this.#connection.onDidChangeConfiguration((params) => this.#change(params.settings));
  }

  /** Asks for the settings, now that client and server know each other. */
  async start(): Promise<void> {
    const { givesSettings, registersForSettings } = this.#agreement;
    setTimeout(this.#setKnown, givesSettings ? patienceMilliseconds : 0).unref();
    if (givesSettings) await this.#ask();
    if (!registersForSettings) return;
    await this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** The client says that its settings changed, with the settings where it is one that can't be asked. */
  async #change(sent: unknown): Promise<void> {
    if (this.#agreement.givesSettings) await this.#ask();
    else
      this.#take(
        typeof sent === "object" && sent !== null && section in sent
          ? (sent as Record<string, unknown>)[section]
          : undefined,
      );
  }

  async #ask(): Promise<void> {
    try {
      this.#take(await this.#connection.workspace.getConfiguration(section));
    } catch (error) {
      logFailure(this.#connection, "reading the settings", error);
    } finally {
      this.#setKnown();
    }
  }

  #take(value: unknown): void {
    const reading = readSettings(value);
    if (String(reading.problems) !== String(this.#reading.problems)) {
      for (const problem of reading.problems) this.#connection.console.warn(problem);
    }
    const isSame = isSameSettings(reading, this.#reading);
    this.#reading = reading;
    if (!isSame) this.#changed(reading);
  }
}

function isSameSettings(one: SettingsReading, other: SettingsReading): boolean {
  return (
    JSON.stringify([one.settings, one.tables, one.fees, one.inlayHints]) ===
    JSON.stringify([other.settings, other.tables, other.fees, other.inlayHints])
  );
}
