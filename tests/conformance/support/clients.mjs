// The official Socket.IO client, and what tests often do with it.

import { io, Manager } from "socket.io-client";
import { nextEvent, within } from "./deadline.mjs";

/** Opens clients of one fixture and closes them all at the end. */
export class Clients {
  #fixture;
  #all = new Set();
  #managers = new Set();

  constructor(fixture) {
    this.#fixture = fixture;
  }

  /** A client of its own connection, not yet connected. Options are those of socket.io-client. */
  create(namespace = "/", options = {}) {
    const socket = io(this.#fixture.http() + namespace, {
      forceNew: true,
      autoConnect: false,
      transports: ["websocket"],
      reconnectionDelay: 20,
      reconnectionDelayMax: 100,
      ...options,
    });
    this.#all.add(socket);
    return socket;
  }

  /** A connected client. */
  async connect(namespace, options) {
    const socket = this.create(namespace, options);
    await connected(socket);
    return socket;
  }

  /** `count` connected clients. */
  connectMany(count, namespace, options) {
    return Promise.all(Array.from({ length: count }, () => this.connect(namespace, options)));
  }

  /** A connection that several namespaces can share: manager.socket(namespace). */
  manager(options = {}) {
    const manager = new Manager(this.#fixture.http(), { transports: ["websocket"], autoConnect: false, ...options });
    this.#managers.add(manager);
    return manager;
  }

  closeAll() {
    for (const socket of this.#all) socket.disconnect();
    for (const manager of this.#managers) manager._close();
    this.#all.clear();
    this.#managers.clear();
  }
}

/** Connects `socket`, or lets it go on reconnecting, and waits until it is connected. */
export async function connected(socket, ms) {
  if (socket.connected) return;
  const outcome = new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", (error) => {
      if (!socket.active || !socket.io.reconnection()) reject(error);
    });
  });
  socket.connect();
  await within(outcome, "the connection", ms);
}

/** The reason of the next connect_error. */
export async function refused(socket) {
  const error = nextEvent(socket, "connect_error");
  socket.connect();
  return (await error)[0];
}

/** Emits an event and returns the first argument of the acknowledgement. */
export function call(socket, event, ...args) {
  return within(new Promise((resolve) => socket.emit(event, ...args, resolve)), `the acknowledgement of "${event}"`);
}

/** Cuts the connection of `socket` on the server's side and waits until the client has noticed. */
export async function cut(socket) {
  const gone = nextEvent(socket, "disconnect");
  socket.emit("cut");
  const [reason] = await gone;
  return reason;
}
