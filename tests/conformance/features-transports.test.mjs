// The same conversation over every transport. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients, connected } from "./support/clients.mjs";
import { eventually, nextEvent, within } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

let fixture;
let clients;
before(async () => {
  fixture = await Fixture.start({ profile: "features", limits: { pingIntervalMs: 300, pingTimeoutMs: 5000 } });
  clients = new Clients(fixture);
});
after(async () => {
  clients.closeAll();
  await fixture.stop();
});

const ways = [
  ["polling alone", ["polling"], "polling"],
  ["WebSocket alone", ["websocket"], "websocket"],
  ["polling with an upgrade", ["polling", "websocket"], "websocket"],
];
for (const [way, transports, transport] of ways) {
  describe(`over ${way}`, { concurrency: true }, () => {
    /** A client that has settled on its transport. */
    const settled = async (namespace) => {
      const socket = await clients.connect(namespace, { transports });
      await eventually(() => socket.io.engine.transport.name === transport, "the upgrade");
      return socket;
    };

    it("a client connects and the server knows its id and transport", async () => {
      const socket = await settled();
      const me = await eventually(async () => {
        const told = await call(socket, "whoami");
        return told.transport === transport && told;
      }, "the server knows the transport");
      assert.deepEqual(me, { id: socket.id, recovered: false, transport });
    });

    it("events travel both ways", async () => {
      const socket = await settled();
      const back = nextEvent(socket, "echo");
      socket.emit("echo", 1, "zwei", { drei: [3, null] });
      assert.deepEqual((await back).slice(0, 3), [1, "zwei", { drei: [3, null] }]);
    });

    it("the server acknowledges, with any number of values", async () => {
      const socket = await settled();
      for (const values of [[], [1], ["a", { b: 2 }, [3]]]) {
        const answer = new Promise((resolve) => socket.emit("echo", ...values, (...got) => resolve(got)));
        assert.deepEqual(await within(answer, "the acknowledgement"), values);
      }
    });

    it("the client acknowledges, with any number of values", async () => {
      const socket = await settled();
      socket.on("question", (...args) => args.pop()("the answer", { to: args }));
      const asked = await call(socket, "ask", 2000, "question", 1, "b");
      assert.deepEqual(asked, { ok: true, answer: ["the answer", { to: [1, "b"] }] });
      socket.on("silence", (answer) => answer());
      assert.deepEqual(await call(socket, "ask", 2000, "silence"), { ok: true, answer: [] });
    });

    it("many questions at once get their own answers", async () => {
      const socket = await settled();
      const values = Array.from({ length: 100 }, (_, i) => i);
      assert.deepEqual(await Promise.all(values.map((value) => call(socket, "echo", value))), values);
    });

    it("a question the client leaves open times out on the server", async () => {
      const socket = await settled();
      let late;
      socket.on("question", (answer) => (late = answer));
      const started = performance.now();
      assert.deepEqual(await call(socket, "ask", 100, "question"), { ok: false, error: "timeout" });
      assert.ok(performance.now() - started >= 99);
      late("too late");
      assert.equal(await call(socket, "echo", "unharmed"), "unharmed");
    });

    it("a stream of the server arrives whole and in order", async () => {
      const socket = await settled();
      const inbox = new Inbox(socket);
      socket.emit("flood", 400, 100);
      assert.deepEqual(
        await inbox.until("flood", 400),
        Array.from({ length: 400 }, (_, i) => i),
      );
    });

    it("a large message of each side arrives", async () => {
      const socket = await settled();
      const text = "ü".repeat(200_000);
      assert.equal(await call(socket, "echo", text), text);
    });

    it("the server asks for a heartbeat every 300 ms, however long it would wait for it", async () => {
      const socket = await settled();
      let beats = 0;
      socket.io.engine.on("heartbeat", () => beats++);
      await eventually(() => beats >= 4, "four heartbeats", 4500);
      assert.equal((await call(socket, "whoami")).id, socket.id);
    });

    it("the client leaves one namespace and keeps the other", async () => {
      const manager = clients.manager({ transports });
      const main = manager.socket("/");
      const other = manager.socket("/catchall");
      await Promise.all([connected(main), connected(other)]);
      const { id } = main;
      other.disconnect();
      const stranger = await settled();
      assert.deepEqual(
        (await call(stranger, "fetch", id)).map((socket) => socket.id),
        [id],
      );
      assert.equal((await call(main, "whoami")).id, id);
    });

    it("a client that disconnects is gone for the others", async () => {
      const watcher = await settled();
      const socket = await settled();
      const { id } = socket;
      socket.disconnect();
      await eventually(async () => (await call(watcher, "fetch", id)).length === 0, "its room is empty");
    });

    it("the server disconnects a client from a namespace and leaves its connection", async () => {
      const manager = clients.manager({ transports });
      const main = manager.socket("/");
      const other = manager.socket("/catchall");
      await Promise.all([connected(main), connected(other)]);
      const left = nextEvent(main, "disconnect");
      main.emit("disconnect-me", false);
      assert.equal((await left)[0], "io server disconnect");
      assert.equal(main.active, false, "and it does not try to come back");
      const any = nextEvent(other, "any");
      other.emit("still there", 1);
      assert.deepEqual((await any).slice(0, 2), ["still there", [1]]);
    });

    it("the server disconnects a client and closes its connection", async () => {
      const manager = clients.manager({ transports, reconnection: false });
      const main = manager.socket("/");
      const other = manager.socket("/catchall");
      await Promise.all([connected(main), connected(other)]);
      const closed = nextEvent(manager, "close");
      const left = Promise.all([nextEvent(main, "disconnect"), nextEvent(other, "disconnect")]);
      main.emit("disconnect-me", true);
      await closed;
      await left;
    });
  });
}
