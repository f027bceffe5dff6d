// A WebSocket whose messages are taken one by one, in order, with a deadline.

import { WebSocket } from "ws";
import { within } from "./deadline.mjs";

export class FrameSocket {
  #messages = [];
  #takers = [];

  /** @param options `answerPings`: reply to Engine.IO pings and keep them out of next(). */
  constructor(url, { answerPings = false } = {}) {
    this.socket = new WebSocket(url, { perMessageDeflate: false });
    this.opened = new Promise((resolve, reject) => {
      this.socket.once("open", resolve);
      this.socket.once("error", reject);
    });
    this.opened.catch(() => {});
    // Ends with { code, reason } for a closed WebSocket and with { refused: status } for a refused one.
    this.closed = new Promise((resolve) => {
      this.socket.once("close", (code, reason) => resolve({ code, reason: reason.toString() }));
      this.socket.once("unexpected-response", (outgoing, response) => {
        outgoing.destroy();
        resolve({ refused: response.statusCode });
      });
    });
    this.socket.on("error", () => {});
    this.socket.on("message", (data, isBinary) => {
      const message = isBinary ? data : data.toString("utf8");
      if (answerPings && message === "2") this.send("3");
      else this.#deliver(message);
    });
  }

  #deliver(message) {
    const taker = this.#takers.shift();
    if (taker) taker(message);
    else this.#messages.push(message);
  }

  send(data) {
    this.socket.send(data);
  }

  /** The next message: a string, or a Buffer for a binary one. */
  next(what = "a WebSocket message", ms) {
    if (this.#messages.length) return Promise.resolve(this.#messages.shift());
    const taken = new Promise((resolve) => this.#takers.push(resolve));
    const lost = this.closed.then((how) => {
      throw new Error(`Waiting for ${what}: the connection ended (${JSON.stringify(how)})`);
    });
    lost.catch(() => {});
    return within(Promise.race([taken, lost]), what, ms);
  }

  /** How the connection ended; fails if it lives on for `ms`. */
  end(ms = 5000) {
    return within(this.closed, "the end of the WebSocket", ms);
  }

  get isOpen() {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Nothing that arrived is still waiting to be taken. */
  get isDrained() {
    return this.#messages.length === 0;
  }

  close() {
    this.socket.terminate();
  }
}

/** Opens an Engine.IO session over WebSocket and reads its open packet into `handshake`. */
export async function openSession(fixture, path = "/engine.io/", options) {
  const frames = new FrameSocket(`${fixture.ws()}${path}?EIO=4&transport=websocket`, options);
  const opening = await frames.next("the open packet");
  if (opening[0] !== "0") throw new Error(`The open packet is ${opening}`);
  frames.handshake = JSON.parse(opening.slice(1));
  return frames;
}

/** Attaches a WebSocket to an existing session, as an upgrade does. */
export function joinSession(fixture, session, path = "/engine.io/") {
  return new FrameSocket(`${fixture.ws()}${path}?EIO=4&transport=websocket&sid=${session.sid}`);
}
