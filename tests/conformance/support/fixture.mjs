// Starts and stops the program under test, conformance-fixture. CONFAB_FIXTURE is its path.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { nextEvent, within } from "./deadline.mjs";

const START_MS = 15_000;
const STOP_MS = 15_000;

/** Limits for tests that are about something else than the heartbeat: no ping comes in between. */
export const CALM = { pingIntervalMs: 20_000, pingTimeoutMs: 20_000 };

export class Fixture {
  #process;
  #stderr = "";

  /** @param options `profile`, and optionally `workers` and `limits` ({ name: value }). */
  static async start({ profile, workers = 1, limits = {} }) {
    const program = process.env.CONFAB_FIXTURE;
    if (!program) throw new Error("Set CONFAB_FIXTURE to the path of the program conformance-fixture.");
    const args = ["--port", "0", "--profile", profile, "--workers", String(workers)];
    for (const [name, value] of Object.entries(limits)) args.push("--limit", `${name}=${value}`);
    const fixture = new Fixture(program, args);
    await fixture.#started();
    return fixture;
  }

  constructor(program, args) {
    this.#process = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    this.exited = new Promise((resolve) => {
      this.#process.once("exit", (code, signal) => resolve(signal ?? code));
      this.#process.once("error", (error) => resolve(error.message));
    });
    this.#process.stderr.on("data", (text) => {
      this.#stderr = (this.#stderr + text).slice(-8000);
    });
    process.once("exit", () => this.#process.kill("SIGKILL"));
  }

  async #started() {
    const lines = createInterface({ input: this.#process.stdout });
    const died = this.exited.then((status) => {
      throw new Error(`The fixture ended at once (${status}): ${this.#stderr}`);
    });
    const [line] = await Promise.race([nextEvent(lines, "line", START_MS), died]);
    const match = /^listening (\d+)$/.exec(line);
    if (!match) throw new Error(`The fixture said "${line}" in place of "listening PORT".`);
    this.port = Number(match[1]);
  }

  /** Base address for HTTP; `host` may be "[::1]". */
  http(host = "127.0.0.1") {
    return `http://${host}:${this.port}`;
  }

  ws(host = "127.0.0.1") {
    return `ws://${host}:${this.port}`;
  }

  /** Lets it do nothing until resume(), as if the machine had no time for it. */
  pause() {
    this.#process.kill("SIGSTOP");
  }

  resume() {
    this.#process.kill("SIGCONT");
  }

  /** Ends the fixture. Fails if it had already ended, or does not end with exit code 0. */
  async stop() {
    const early = this.#process.exitCode ?? this.#process.signalCode;
    this.#process.kill("SIGTERM");
    const status = await within(this.exited, "the end of the fixture after SIGTERM", STOP_MS);
    if (early !== null || status !== 0) {
      throw new Error(
        `The fixture ended with ${status}${early !== null ? " before it was told to" : ""}: ${this.#stderr}`,
      );
    }
  }
}
