import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { logFailure } from "./answer.ts";
import type { Agreement } from "./capabilities.ts";
import { type Settings, defaultSettings } from "../lint/environment.ts";
import { readSettings } from "./settings.ts";

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
  #changed: (settings: Settings) => void = () => undefined;
  #settings = defaultSettings;
  #problems: readonly string[] = [];

  constructor(connection: Connection, agreement: Agreement) {
    this.#connection = connection;
    this.#agreement = agreement;
    this.known = new Promise((resolve) => (this.#setKnown = resolve));
  }

  /** What is wrong with the settings, a sentence each. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** Tells the settings whenever they are others than before; at first they are the defaults. */
  begin(changed: (settings: Settings) => void): void {
    this.#changed = changed;
    this.#connection.onInitialized(() => this.#start());
    this.#connection.onDidChangeConfiguration((params) => this.#change(params.settings));
  }

  async #start(): Promise<void> {
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
    const { settings, problems } = readSettings(value);
    if (String(problems) !== String(this.#problems)) {
      for (const problem of problems) this.#connection.console.warn(problem);
    }
    this.#problems = problems;
    if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
    this.#settings = settings;
    this.#changed(settings);
  }
}
