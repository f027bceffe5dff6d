// What a client has received, kept in order.

import { eventually } from "./deadline.mjs";

export class Inbox {
  #received = [];

  /** Listens to `socket` from now on. Events that ask for an acknowledgement are left to their own listeners. */
  constructor(socket) {
    socket.onAny((event, ...args) => {
      if (typeof args.at(-1) !== "function") this.#received.push([event, ...args]);
    });
  }

  /** The first arguments of all `event`s so far. Recovery adds an offset behind an event's own arguments. */
  of(event) {
    return this.#received.filter(([name]) => name === event).map(([, first]) => first);
  }

  /** The names of all events so far. */
  get names() {
    return this.#received.map(([name]) => name);
  }

  /** Waits until `count` events of that name are there, and returns their first arguments. */
  until(event, count) {
    return eventually(() => this.of(event).length >= count && this.of(event), `${count} of "${event}"`);
  }

  /** Waits until `event` has come with `value` as its first argument. */
  untilValue(event, value) {
    return eventually(() => this.of(event).includes(value), `"${event}" with ${JSON.stringify(value)}`);
  }

  clear() {
    this.#received = [];
  }
}
