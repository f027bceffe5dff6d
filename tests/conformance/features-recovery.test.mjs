// A lost connection comes back with its id, rooms, data and the events missed meanwhile. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients, connected, cut } from "./support/clients.mjs";
import { eventually, nextEvent, pause } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

const MANUAL = { reconnection: false };

for (const workers of [1, 2, 4]) {
  describe(`recovery with ${workers} worker thread(s)`, { concurrency: true }, () => {
    let fixture;
    let clients;
    let friend;
    before(async () => {
      fixture = await Fixture.start({ profile: "features", workers });
      clients = new Clients(fixture);
      friend = await clients.connect();
    });
    after(async () => {
      clients.closeAll();
      await fixture.stop();
    });

    /** Lets the friend emit, and waits until the server has done so. */
    const tell = async (spec, ...event) => assert.equal(await call(friend, "emit", spec, ...event), "sent");

    /** A client that reconnects only when told to, in `room`, with an event behind it. */
    const member = async (room, options = {}) => {
      const socket = await clients.connect("/", { ...MANUAL, ...options });
      const inbox = new Inbox(socket);
      await call(socket, "join", room);
      await tell({ to: [room] }, "before", room);
      await inbox.untilValue("before", room);
      return { socket, inbox };
    };

    const assertRecovered = async (socket, id) => {
      assert.equal(socket.recovered, true);
      assert.equal(socket.id, id);
      assert.equal((await call(socket, "whoami")).recovered, true);
    };

    it("brings back id, rooms and data", async () => {
      const { socket } = await member("state");
      const { id } = socket;
      await call(socket, "join", "another");
      await call(socket, "set-data", { name: "Ann", list: [1] });
      await cut(socket);
      await connected(socket);
      await assertRecovered(socket, id);
      assert.deepEqual(await call(socket, "rooms"), [id, "another", "state"].sort());
      const [entry] = await call(friend, "fetch", id);
      assert.deepEqual(entry.data, { name: "Ann", list: [1] });
    });

    it("delivers what was missed before the client is told that it is connected, in order", async () => {
      const { socket, inbox } = await member("missed");
      const { id } = socket;
      await cut(socket);
      for (let i = 0; i < 20; i++) await tell({ to: [i % 2 ? "missed" : id] }, "news", i);
      let atConnect;
      socket.once("connect", () => (atConnect = [...inbox.of("news")]));
      await connected(socket);
      await assertRecovered(socket, id);
      assert.deepEqual(
        atConnect,
        Array.from({ length: 20 }, (_, i) => i),
      );
      await tell({ to: ["missed"] }, "news", "after");
      await inbox.untilValue("news", "after");
      assert.equal(inbox.of("news").length, 21, "each once");
    });

    it("delivers broadcasts to all, and binary, that were missed", async () => {
      const { socket } = await member("binary");
      const got = [];
      socket.on("file", (data) => got.push(data));
      await cut(socket);
      await tell({}, "file", { all: Buffer.from([1, 2, 3]) });
      await tell({ to: ["binary"] }, "file", Buffer.alloc(0));
      await connected(socket);
      assert.deepEqual(got, [{ all: Buffer.from([1, 2, 3]) }, Buffer.alloc(0)]);
    });

    it("delivers nothing that was not meant for the client", async () => {
      const { socket, inbox } = await member("mine");
      await call(socket, "join", "left before");
      await call(socket, "leave", "left before");
      await cut(socket);
      await tell({ to: ["not mine"] }, "secret", 1);
      await tell({ to: ["left before"] }, "secret", 2);
      await tell({ except: ["mine"] }, "secret", 3);
      await tell({ to: ["mine"], except: [socket.id ?? "mine"] }, "secret", 4);
      await tell({ to: ["mine"] }, "news", "for me");
      await connected(socket);
      assert.deepEqual(inbox.of("news"), ["for me"]);
      assert.deepEqual(inbox.of("secret"), []);
    });

    it("does not repeat volatile events, nor those that ask for an answer", async () => {
      const { socket, inbox } = await member("transient");
      let asked = 0;
      socket.on("question", () => asked++);
      await cut(socket);
      await tell({ to: ["transient"], volatile: true }, "volatile", 1);
      await call(friend, "emit", { to: ["transient"], withAck: true, timeout: 50 }, "question");
      await tell({ to: ["transient"] }, "news", "kept");
      await connected(socket);
      assert.deepEqual(inbox.of("news"), ["kept"]);
      assert.deepEqual(inbox.of("volatile"), []);
      assert.equal(asked, 0);
    });

    it("works before the client has ever received an event", async () => {
      const socket = await clients.connect("/", MANUAL);
      const inbox = new Inbox(socket);
      const { id } = socket;
      await cut(socket);
      await tell({ to: [id] }, "news", "missed");
      await connected(socket);
      await assertRecovered(socket, id);
      assert.ok(inbox.of("news").includes("missed"));
    });

    it("works right after the connection, without an event and with nothing missed", async () => {
      for (let round = 0; round < 5; round++) {
        const socket = await clients.connect("/", MANUAL);
        const { id } = socket;
        await cut(socket);
        await connected(socket);
        await assertRecovered(socket, id);
      }
    });

    it("survives a volatile event that ends in a string", async () => {
      const { socket, inbox } = await member("volatile string");
      const { id } = socket;
      await eventually(async () => {
        await tell({ to: ["volatile string"], volatile: true }, "passing", "words", "not an offset");
        return inbox.of("passing").length > 0;
      }, "a volatile event finds the client idle");
      await cut(socket);
      await tell({ to: ["volatile string"] }, "news", "missed");
      await connected(socket);
      await assertRecovered(socket, id);
      assert.deepEqual(inbox.of("news"), ["missed"]);
    });

    it("works again and again", async () => {
      const { socket, inbox } = await member("again");
      const { id } = socket;
      for (let round = 0; round < 10; round++) {
        await cut(socket);
        await tell({ to: ["again"] }, "news", round);
        await connected(socket);
        await assertRecovered(socket, id);
      }
      assert.deepEqual(
        inbox.of("news"),
        Array.from({ length: 10 }, (_, i) => i),
      );
    });

    it("lets others address the socket and its rooms as before", async () => {
      const { socket, inbox } = await member("address");
      const { id } = socket;
      await cut(socket);
      await connected(socket);
      await tell({ to: [id] }, "news", "to the id");
      await tell({ to: ["address"] }, "news", "to the room");
      await inbox.untilValue("news", "to the room");
      assert.deepEqual(inbox.of("news"), ["to the id", "to the room"]);
      socket.on("question", (reply) => reply("here"));
      const outcome = await call(friend, "emit", { to: ["address"], withAck: true, timeout: 5000 }, "question");
      assert.deepEqual(outcome, { responses: ["here"], missing: 0, timedOut: false });
      const listed = await call(friend, "fetch", "address");
      assert.deepEqual(
        listed.map((entry) => entry.id),
        [id],
        "it is there once",
      );
    });

    it("recovers several namespaces of one connection", async () => {
      const manager = clients.manager(MANUAL);
      const sockets = ["/", "/catchall", "/limited"].map((name) => manager.socket(name));
      await Promise.all(sockets.map((socket) => connected(socket)));
      const ids = sockets.map(({ id }) => id);
      const gone = Promise.all(sockets.map((socket) => nextEvent(socket, "disconnect")));
      sockets[0].emit("cut");
      await gone;
      await Promise.all(sockets.map((socket) => connected(socket)));
      assert.deepEqual(
        sockets.map(({ id }) => id),
        ids,
      );
      assert.deepEqual(
        sockets.map(({ recovered }) => recovered),
        [true, true, true],
      );
    });

    it("recovers the last socket of a namespace made on demand", async () => {
      const manager = clients.manager(MANUAL);
      const [main, alone] = ["/", "/dynamic-5"].map((name) => manager.socket(name));
      await Promise.all([connected(main), connected(alone)]);
      const { id } = alone;
      const gone = nextEvent(alone, "disconnect");
      main.emit("cut");
      await gone;
      await connected(alone);
      assert.equal(alone.recovered, true);
      assert.equal(alone.id, id);
    });

    for (const transports of [["polling"], ["polling", "websocket"]]) {
      it(`works for a client over ${transports.join(" and ")}`, async () => {
        const room = transports.join();
        const { socket, inbox } = await member(room, { transports });
        const { id } = socket;
        const dropped = nextEvent(socket, "disconnect");
        socket.io.engine.transport.onError("lost", new Error("lost by the test"));
        await dropped;
        await tell({ to: [room] }, "news", "missed");
        await connected(socket);
        await assertRecovered(socket, id);
        assert.deepEqual(inbox.of("news"), ["missed"]);
      });
    }

    it("happens by itself with the client's own reconnection", async () => {
      const { socket } = await member("automatic", { reconnection: true });
      const { id } = socket;
      const reason = await cut(socket);
      assert.ok(["transport close", "transport error"].includes(reason), reason);
      await connected(socket);
      await assertRecovered(socket, id);
    });

    it("does not happen after the client has left on purpose", async () => {
      const { socket } = await member("on purpose");
      const { id } = socket;
      socket.disconnect();
      await connected(socket);
      assert.equal(socket.recovered, false);
      assert.notEqual(socket.id, id);
      assert.deepEqual(await call(socket, "rooms"), [socket.id]);
    });

    it("does not happen after the server has sent the client away", async () => {
      const { socket } = await member("sent away");
      const { id } = socket;
      const away = nextEvent(socket, "disconnect");
      socket.emit("disconnect-me", false);
      await away;
      await connected(socket);
      assert.equal(socket.recovered, false);
      assert.notEqual(socket.id, id);
    });

    it("keeps the acknowledgements of one connection out of the next", async () => {
      const { socket } = await member("acks");
      let answered;
      socket.emit("hold", 100, "held");
      socket.emit("cut");
      socket.emit("echo", "old", (value) => (answered = value));
      await nextEvent(socket, "disconnect");
      await connected(socket);
      assert.equal(await call(socket, "echo", "new"), "new");
      assert.equal(answered, undefined);
    });
  });
}

describe("the time for recovery", { concurrency: true }, () => {
  let fixture;
  let clients;
  before(async () => {
    fixture = await Fixture.start({ profile: "features", workers: 2, limits: { recoveryMs: 600 } });
    clients = new Clients(fixture);
  });
  after(async () => {
    clients.closeAll();
    await fixture.stop();
  });

  it("over, the client starts anew: new id, no rooms, nothing of what it missed", async () => {
    const [socket, friend] = [await clients.connect("/", MANUAL), await clients.connect()];
    const inbox = new Inbox(socket);
    const { id } = socket;
    await call(socket, "join", "room");
    await call(friend, "emit", { to: ["room"] }, "news", 1);
    await inbox.untilValue("news", 1);
    await cut(socket);
    await call(friend, "emit", { to: ["room"] }, "news", 2);
    await pause(1000);
    await connected(socket);
    assert.equal(socket.recovered, false);
    assert.notEqual(socket.id, id);
    assert.deepEqual(await call(socket, "rooms"), [socket.id]);
    assert.deepEqual(inbox.of("news"), [1]);
    assert.deepEqual(await call(friend, "fetch", "room"), []);
  });

  it("counts from the loss of the connection, not from the last event", async () => {
    const [socket, friend] = [await clients.connect("/", MANUAL), await clients.connect()];
    const inbox = new Inbox(socket);
    const { id } = socket;
    await call(friend, "emit", { to: [id] }, "news", 1);
    await inbox.untilValue("news", 1);
    await pause(1500);
    await cut(socket);
    await call(friend, "emit", { to: [id] }, "news", 2);
    await connected(socket);
    assert.equal(socket.recovered, true);
    assert.equal(socket.id, id);
    assert.deepEqual(inbox.of("news"), [1, 2]);
  });

  it("counts also without any event so far", async () => {
    const socket = await clients.connect("/", MANUAL);
    const { id } = socket;
    await pause(1500);
    await cut(socket);
    await connected(socket);
    assert.equal(socket.recovered, true);
    assert.equal(socket.id, id);
  });
});
