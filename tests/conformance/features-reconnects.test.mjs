// A thousand forced reconnects under a steady stream: every client comes back and misses nothing. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients, connected } from "./support/clients.mjs";
import { eventually, nextEvent, pause } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

const ROUND_MS = 30_000;

for (const { workers, count, cuts } of [
  { workers: 1, count: 20, cuts: 20 },
  { workers: 4, count: 40, cuts: 25 },
]) {
  describe(`${count * cuts} forced reconnects with ${workers} worker thread(s)`, () => {
    let fixture;
    let clients;
    before(async () => {
      fixture = await Fixture.start({ profile: "features", workers, limits: { pingTimeoutMs: 10_000 } });
      clients = new Clients(fixture);
    });
    after(async () => {
      clients.closeAll();
      await fixture.stop();
    });

    it("lose no event, repeat none, and change no id", async () => {
      const sender = await clients.connect();
      const sockets = await clients.connectMany(count, "/", { reconnectionDelay: 5, reconnectionDelayMax: 50 });
      const inboxes = sockets.map((socket) => new Inbox(socket));
      const ids = sockets.map(({ id }) => id);
      await Promise.all(sockets.map((socket) => call(socket, "join", "everyone")));

      let sent = 0;
      let streaming = true;
      const stream = (async () => {
        while (streaming) {
          await call(sender, "emit", sent % 2 ? {} : { to: ["everyone"] }, "news", sent++);
          await pause(10);
        }
      })();

      let recoveries = 0;
      await Promise.all(
        sockets.map(async (socket) => {
          for (let i = 0; i < cuts; i++) {
            const gone = nextEvent(socket, "disconnect", ROUND_MS);
            socket.emit("cut");
            await gone;
            await connected(socket, ROUND_MS);
            if (socket.recovered) recoveries++;
          }
        }),
      );
      streaming = false;
      await stream;

      const all = Array.from({ length: sent }, (_, i) => i);
      assert.ok(sent > 20, "the stream ran meanwhile");
      for (const inbox of inboxes) {
        await eventually(() => inbox.of("news").includes(sent - 1), "the last event");
        assert.deepEqual(inbox.of("news"), all);
      }
      assert.equal(recoveries, count * cuts);
      assert.deepEqual(
        sockets.map(({ id }) => id),
        ids,
      );
      assert.ok(sockets.every((socket) => socket.connected));
      assert.equal((await call(sender, "fetch", "everyone")).length, count);
    });
  });
}
