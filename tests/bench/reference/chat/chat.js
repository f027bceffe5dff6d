// The part of Confab's chat protocol which the benchmark uses: rooms, and messages which are stored before anybody
// hears of them.
"use strict";

class Chat {
  constructor(io, store) {
    this.io = io;
    this.store = store;
  }

  admit(socket, next) {
    const name = socket.handshake.auth.name;
    if (typeof name !== "string" || name === "") return next(new Error("bad_name"));
    socket.data.user = { id: `user-${name}`, name };
    next();
  }

  serve(socket) {
    const answer = (event, handler) =>
      socket.on(event, async (request, ack) => {
        try {
          ack({ ok: true, ...(await handler(socket, request)) });
        } catch (error) {
          ack({ ok: false, error: { code: "bad_request", message: error.message } });
        }
      });
    answer("room:create", this.createRoom.bind(this));
    answer("room:join", this.joinRoom.bind(this));
    socket.on("message:send", (request, ack) => this.sendMessage(socket, request, ack));
    socket.on("disconnect", (reason) => {
      if (reason !== "transport close") console.error(`${socket.data.user.name} was disconnected: ${reason}`);
    });
    socket.emit("welcome", { user: socket.data.user, server: { name: "reference", protocol: 1 }, rooms: [] });
  }

  async createRoom(socket, { name, kind }) {
    const id = `room-${await this.store.incr("rooms")}`;
    await this.store.hSet(`room:${id}`, { name, kind, by: socket.data.user.id });
    return { room: await this.enter(socket, id, name, kind) };
  }

  async joinRoom(socket, { room }) {
    const { name, kind } = await this.store.hGetAll(`room:${room}`);
    if (name === undefined) throw new Error("there is no such room");
    return { room: await this.enter(socket, room, name, kind) };
  }

  async enter(socket, id, name, kind) {
    await this.store.sAdd(`room:${id}:members`, socket.data.user.id);
    await socket.join(id);
    return { id, name, kind };
  }

  async sendMessage(socket, { room, nonce, text }, ack) {
    if (!socket.rooms.has(room) || typeof nonce !== "string" || typeof text !== "string")
      return ack({ ok: false, error: { code: "bad_request", message: "not a member, or not a message" } });
    const seq = await this.store.incr(`room:${room}:seq`);
    const by = socket.data.user.id;
    const at = Date.now();
    const id = `${room}-${seq}`;
    const message = { id, room, seq, at, by, text, reactions: [], attachments: [] };
    await this.store.lPush(`room:${room}:messages`, JSON.stringify(message));
    ack({ ok: true, id, seq, at });
    this.io.to(room).emit("room:event", { room, seq, type: "message.posted", by, at, message });
  }
}

module.exports = { Chat };
