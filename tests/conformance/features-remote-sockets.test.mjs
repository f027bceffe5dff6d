// Looking at sockets and moving them from the server's side. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients } from "./support/clients.mjs";
import { eventually, nextEvent } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

for (const workers of [1, 2, 4]) {
  describe(`sockets seen from the server with ${workers} worker thread(s)`, { concurrency: true }, () => {
    let fixture;
    let clients;
    before(async () => {
      fixture = await Fixture.start({ profile: "features", workers });
      clients = new Clients(fixture);
    });
    after(async () => {
      clients.closeAll();
      await fixture.stop();
    });

    /** `count` clients in `room`, with data { seat: i }. */
    const seated = async (room, count) => {
      const sockets = await clients.connectMany(count);
      await Promise.all(sockets.map((socket) => call(socket, "join", room)));
      await Promise.all(sockets.map((socket, seat) => call(socket, "set-data", { seat })));
      return sockets;
    };
    const ids = (sockets) => sockets.map(({ id }) => id).sort();

    it("know their rooms, their own id among them", async () => {
      const socket = await clients.connect();
      assert.deepEqual(await call(socket, "rooms"), [socket.id]);
      await call(socket, "join", "b");
      await call(socket, "join", "a");
      assert.deepEqual(await call(socket, "rooms"), ["a", "b", socket.id].sort());
      await call(socket, "leave", "a");
      assert.deepEqual(await call(socket, "rooms"), ["b", socket.id].sort());
    });

    it("are listed by room with rooms and data", async () => {
      const sockets = await seated("list", 5);
      const listed = await call(sockets[0], "fetch", "list");
      assert.deepEqual(ids(listed), ids(sockets));
      sockets.forEach((socket, seat) => {
        const entry = listed.find(({ id }) => id === socket.id);
        assert.deepEqual(entry, { id: socket.id, rooms: ["list", socket.id].sort(), data: { seat } });
      });
    });

    it("are all listed without a room", async () => {
      const sockets = await clients.connectMany(3);
      const everyone = ids(await call(sockets[0], "fetch", null));
      for (const { id } of sockets) assert.ok(everyone.includes(id));
    });

    it("are not listed where there is nobody", async () => {
      const socket = await clients.connect();
      assert.deepEqual(await call(socket, "fetch", "nobody here"), []);
    });

    it("can be made to join a room", async () => {
      const sockets = await seated("movers", 4);
      assert.equal(await call(sockets[0], "sockets-join", "movers", "moved"), "ok");
      const listed = await eventually(async () => {
        const now = await call(sockets[0], "fetch", "moved");
        return now.length === 4 && now;
      }, "all have joined");
      assert.deepEqual(ids(listed), ids(sockets));
      const inboxes = sockets.map((socket) => new Inbox(socket));
      await call(sockets[0], "emit", { to: ["moved"], self: true }, "welcome", 1);
      await Promise.all(inboxes.map((inbox) => inbox.untilValue("welcome", 1)));
    });

    it("can be made to leave a room", async () => {
      const sockets = await seated("leavers", 4);
      assert.equal(await call(sockets[0], "sockets-leave", "leavers", "leavers"), "ok");
      await eventually(async () => (await call(sockets[0], "fetch", "leavers")).length === 0, "all have left");
      for (const socket of sockets) assert.deepEqual(await call(socket, "rooms"), [socket.id]);
    });

    it("can be addressed one at a time by their id", async () => {
      const [first, second] = await seated("single", 2);
      await call(first, "sockets-join", second.id, "chosen");
      const listed = await eventually(async () => {
        const now = await call(first, "fetch", "chosen");
        return now.length && now;
      }, "it has joined");
      assert.deepEqual(ids(listed), [second.id]);
    });

    for (const close of [false, true]) {
      it(`can be disconnected by room${close ? ", connection and all" : ""}`, async () => {
        const name = `leaving ${close}`;
        const sockets = await seated(name, 4);
        const bystander = await clients.connect();
        const left = Promise.all(sockets.map((socket) => nextEvent(socket, "disconnect")));
        assert.equal(await call(bystander, "disconnect-sockets", name, close), "ok");
        for (const [reason] of await left) assert.equal(reason, "io server disconnect");
        assert.ok(bystander.connected);
        assert.deepEqual(await call(bystander, "fetch", name), []);
        for (const socket of sockets) assert.equal(socket.active, false);
      });
    }
  });
}
