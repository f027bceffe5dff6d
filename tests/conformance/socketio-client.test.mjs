// The official Socket.IO client and the services its own tests need. Profile `socketio-client`.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { call, Clients, connected, refused } from "./support/clients.mjs";
import { nextEvent } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { openSession } from "./support/frames.mjs";
import { request } from "./support/polling.mjs";

describe("the Socket.IO client", () => {
  let fixture;
  let clients;
  before(async () => {
    fixture = await Fixture.start({ profile: "socketio-client" });
    clients = new Clients(fixture);
  });
  after(() => fixture.stop());
  afterEach(() => clients.closeAll());

  const ways = [
    ["polling alone", { transports: ["polling"] }],
    ["WebSocket alone", { transports: ["websocket"] }],
    ["polling with an upgrade", { transports: ["polling", "websocket"] }],
  ];
  for (const [way, options] of ways) {
    describe(`over ${way}`, () => {
      it("gets an event for an event", async () => {
        const socket = await clients.connect("/", options);
        const answer = nextEvent(socket, "hi");
        socket.emit("hi");
        await answer;
      });

      it("gets back what it sends for an acknowledgement", async () => {
        const socket = await clients.connect("/", options);
        for (const value of [1, "two", null, [3, { four: true }], "пять"]) {
          assert.deepEqual(await call(socket, "echo", value), value);
        }
      });

      it("acknowledges an event of the server", async () => {
        const socket = await clients.connect("/", options);
        socket.on("ack", (answer) => answer(5, { test: true }));
        const done = nextEvent(socket, "got it");
        socket.emit("ack");
        await done;
      });

      it("exchanges binary", async () => {
        const socket = await clients.connect("/", options);
        const doge = nextEvent(socket, "doge");
        socket.emit("doge");
        assert.deepEqual((await doge)[0], Buffer.from("asdfasdf"));
        const taken = nextEvent(socket, "takebin");
        socket.emit("getbin");
        assert.deepEqual((await taken)[0], Buffer.from("asdfasdf"));
        const alone = nextEvent(socket, "buffack");
        socket.emit("buffa", Buffer.from("binary"));
        await alone;
        const mixed = nextEvent(socket, "jsonbuff-ack");
        socket.emit("jsonbuff", { hello: "lol", message: Buffer.from("howdy"), goodbye: "gotcha" });
        await mixed;
        const ordered = nextEvent(socket, "abuff2-ack");
        socket.emit("abuff1", Buffer.from("first"));
        socket.emit("abuff2", "second");
        await ordered;
      });
    });
  }

  it("that does not acknowledge rightly is not thanked", async () => {
    const socket = await clients.connect();
    let thanked = false;
    socket.on("got it", () => (thanked = true));
    socket.once("ack", (answer) => answer(4, { test: true }));
    socket.emit("ack");
    await nextEvent(socket, "ack");
    await call(socket, "echo", "afterwards");
    assert.ok(!thanked);
  });

  it("gets dates as text", async () => {
    const socket = await clients.connect();
    const isDate = (text) => assert.ok(Math.abs(Date.parse(text) - Date.now()) < 60_000, text);
    isDate(await call(socket, "getAckDate", { test: true }));
    const date = nextEvent(socket, "takeDate");
    socket.emit("getDate");
    isDate((await date)[0]);
    const object = nextEvent(socket, "takeDateObj");
    socket.emit("getDateObj");
    isDate((await object)[0].date);
  });

  it("gets text beyond ASCII, five times and in order", async () => {
    const socket = await clients.connect();
    const texts = [];
    const all = new Promise((resolve) => {
      socket.on("takeUtf8", (text) => texts.push(text) === 5 && resolve());
    });
    socket.emit("getUtf8");
    await all;
    assert.deepEqual(texts, ["てすと", "Я Б Г Д Ж Й", "Ä ä Ü ü ß", "utf8 — string", "utf8 — string"]);
  });

  it("gets false as false", async () => {
    const socket = await clients.connect();
    const answer = nextEvent(socket, "false");
    socket.emit("false");
    assert.equal((await answer)[0], false);
  });

  it("hears nothing back for an event nobody knows", async () => {
    const socket = await clients.connect();
    await assert.rejects(socket.timeout(100).emitWithAck("unknown"));
    assert.equal(await call(socket, "echo", "still here"), "still here");
  });

  it("knows the id that the server knows", async () => {
    for (const namespace of ["/", "/foo"]) {
      const socket = await clients.connect(namespace);
      assert.equal(await call(socket, "getId"), socket.id);
      assert.notEqual(socket.id, socket.io.engine.id);
    }
  });

  it("finds the namespaces there are", async () => {
    for (const namespace of ["/foo", "/timeout_socket", "/valid", "/asd", "/abc"]) {
      assert.ok((await clients.connect(namespace)).connected, namespace);
    }
    assert.equal((await refused(clients.create("/missing"))).message, "Invalid namespace");
  });

  it("shares one connection among namespaces, and leaves them one by one", async () => {
    const manager = clients.manager();
    const foo = manager.socket("/foo");
    const asd = manager.socket("/asd");
    await Promise.all([connected(foo), connected(asd)]);
    assert.equal(foo.io.engine, asd.io.engine);
    foo.disconnect();
    assert.ok(asd.connected);
    await connected(foo);
    assert.equal(await call(foo, "getId"), foo.id);
  });

  describe("is seen by the application with its", () => {
    it("query, decoded, in the handshake", async () => {
      const socket = await clients.connect("/", { query: { e: "f", "&a": "&=?a ä" } });
      const { query } = await call(socket, "getHandshake");
      assert.equal(query.e, "f");
      assert.equal(query["&a"], "&=?a ä");
      assert.equal(query.transport, "websocket");
    });

    it("query and auth payload on another namespace", async () => {
      const socket = clients.create("/abc", { query: { b: "c", d: "e" }, auth: { a: "b", c: { d: 1 } } });
      const told = nextEvent(socket, "handshake");
      socket.connect();
      const [handshake] = await told;
      assert.equal(handshake.query.b, "c");
      assert.equal(handshake.query.d, "e");
      assert.deepEqual(handshake.auth, { a: "b", c: { d: 1 } });
      assert.equal(handshake.query.a, undefined);
    });

    it("auth payload of a function, asked anew for each connection", async () => {
      let asked = 0;
      const socket = clients.create("/abc", { auth: (give) => give({ time: ++asked }) });
      for (const time of [1, 2]) {
        const told = nextEvent(socket, "handshake");
        socket.connect();
        assert.equal((await told)[0].auth.time, time);
        socket.disconnect();
      }
    });
  });

  describe("is refused", () => {
    it("by the middleware of /, for what its query says", async () => {
      const error = await refused(clients.create("/", { query: { fail: "1" } }));
      assert.equal(error.message, "Auth failed (main namespace)");
    });

    it("by the middleware of another namespace, and does not try again", async () => {
      const socket = clients.create("/no");
      assert.equal((await refused(socket)).message, "Auth failed (custom namespace)");
      assert.equal(socket.active, false);
    });
  });

  it("waits at least 10 ms for every handshake", async () => {
    for (let round = 0; round < 3; round++) {
      const started = performance.now();
      await request(`${fixture.http()}/socket.io/?EIO=4&transport=polling`);
      assert.ok(performance.now() - started >= 9);
      const again = performance.now();
      (await openSession(fixture, "/socket.io/")).close();
      assert.ok(performance.now() - again >= 9);
    }
  });

  it("is recovered under its old id after its connection was lost", async () => {
    const socket = await clients.connect();
    const answer = nextEvent(socket, "hi");
    socket.emit("hi");
    await answer;
    const { id } = socket;
    assert.equal(socket.recovered, false);
    const lost = nextEvent(socket, "disconnect");
    socket.io.engine.close();
    await lost;
    await connected(socket);
    assert.equal(socket.id, id);
    assert.equal(socket.recovered, true);
  });

  it("sends what was emitted before the connection, in order and before what comes after", async () => {
    const socket = clients.create();
    const order = [];
    const early = call(socket, "echo", "first").then((value) => order.push(value));
    socket.once("connect", () => call(socket, "echo", "second").then((value) => order.push(value)));
    socket.connect();
    await early;
    await call(socket, "echo", "third");
    assert.deepEqual(order, ["first", "second"]);
  });
});
