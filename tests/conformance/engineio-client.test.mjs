// The official Engine.IO client against a server with small limits. Profile `engineio-client`.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Socket } from "engine.io-client";
import { eventually, nextEvent, pause, within } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { FrameSocket, openSession } from "./support/frames.mjs";
import { PollingSession, request } from "./support/polling.mjs";

const MAX_PAYLOAD = 100;

describe("the Engine.IO client", () => {
  let fixture;
  const open = new Set();
  before(async () => {
    fixture = await Fixture.start({ profile: "engineio-client" });
  });
  after(() => fixture.stop());
  afterEach(() => {
    for (const socket of open) socket.close();
    open.clear();
  });

  /** A client and the list of the messages it has received. */
  const client = (options = {}) => {
    const socket = new Socket(fixture.http(), options);
    const messages = [];
    socket.on("message", (data) => messages.push(data));
    open.add(socket);
    return { socket, messages };
  };
  /** The next error of `socket` and what the response held when it was reported; the client forgets it afterwards. */
  const failure = (socket) =>
    within(
      new Promise((resolve) => socket.once("error", (error) => resolve({ error, body: error.context?.responseText }))),
      "an error",
    );
  const received = (messages, count) => eventually(() => messages.length >= count && messages, `${count} messages`);

  const ways = [
    ["polling alone", { transports: ["polling"] }, "polling", false],
    ["WebSocket alone", { transports: ["websocket"] }, "websocket", false],
    ["polling with an upgrade", {}, "websocket", true],
  ];
  for (const [way, options, transport, upgrades] of ways) {
    describe(`over ${way}`, () => {
      it("is greeted and gets its messages back, text and binary, in order", async () => {
        const { socket, messages } = client(options);
        await nextEvent(socket, "open");
        if (upgrades) await nextEvent(socket, "upgrade");
        assert.equal(socket.transport.name, transport);
        const sent = ["пойду", Buffer.from([0, 1, 2, 3, 4]), "€€€", Buffer.alloc(0), "\ud800\udc00-\udbff\udfff"];
        for (const message of sent) socket.send(message);
        assert.deepEqual((await received(messages, 6)).map(String), ["hi", ...sent].map(String));
        assert.ok(Buffer.isBuffer(messages[2]) && Buffer.isBuffer(messages[4]), "binary stays binary");
      });

      it("is given binary and text by the server", async () => {
        const { socket, messages } = client(options);
        await nextEvent(socket, "open");
        socket.send("give binary");
        socket.send("give utf8");
        await received(messages, 3);
        assert.deepEqual(messages[1], Buffer.from([0, 1, 2, 3, 4]));
        assert.match(messages[2], /^[а-яё ]+$/i);
      });

      it("stays connected over several heartbeats", async () => {
        const { socket, messages } = client(options);
        let beats = 0;
        socket.on("heartbeat", () => beats++);
        await eventually(() => beats >= 3, "three heartbeats");
        socket.send("alive");
        assert.equal((await received(messages, 2))[1], "alive");
      });
    });
  }

  it("asks for base64 and gets it", async () => {
    const { socket, messages } = client({ forceBase64: true });
    await nextEvent(socket, "upgrade");
    socket.send(Buffer.from([9, 8, 7]));
    assert.deepEqual((await received(messages, 2))[1], Buffer.from([9, 8, 7]));
  });

  it("groups packets into requests no larger than the server allows", async () => {
    const { socket, messages } = client({ transports: ["polling"] });
    await nextEvent(socket, "open");
    const sizes = [99, 30, 30, 35, 1, 98, 99];
    const sent = sizes.map((size, i) => String.fromCharCode(97 + i).repeat(size));
    for (const message of sent) socket.send(message);
    assert.deepEqual((await received(messages, 8)).slice(1), sent);
  });

  it("groups binary packets by their size in base64", async () => {
    const { socket, messages } = client({ transports: ["polling"] });
    await nextEvent(socket, "open");
    const sent = [72, 20, 20, 20, 72].map((size, i) => Buffer.alloc(size, i));
    for (const message of sent) socket.send(message);
    assert.deepEqual((await received(messages, 6)).slice(1), sent);
  });

  it("defers its close until an upgrade under way is done", async () => {
    const { socket } = client();
    let upgraded = false;
    socket.on("upgrade", () => (upgraded = true));
    await nextEvent(socket, "upgrading");
    const closed = nextEvent(socket, "close");
    socket.close();
    await closed;
    assert.ok(upgraded);
  });

  it("sends everything before it closes in an upgrade", async () => {
    const { socket } = client();
    await nextEvent(socket, "upgrading");
    const closed = nextEvent(socket, "close");
    socket.send("last words");
    socket.close();
    await closed;
    assert.equal(socket.writeBuffer.length, 0);
  });

  describe("too large a message", () => {
    it("in a request is answered with 413 and an empty body, and ends the session", async () => {
      const session = await PollingSession.open(fixture);
      const answer = await session.push("4" + "a".repeat(MAX_PAYLOAD));
      assert.equal(answer.status, 413);
      assert.equal(answer.body, "");
      session.release();
    });

    it("in a request of exactly the limit is fine", async () => {
      const session = await PollingSession.open(fixture);
      const message = "4" + "a".repeat(MAX_PAYLOAD - 1);
      assert.equal((await session.push(message)).status, 200);
      assert.deepEqual(await session.packets(2), ["4hi", message]);
      session.release();
    });

    it("over polling is reported to the client as a transport error with status 413", async () => {
      const { socket } = client({ transports: ["polling"] });
      await nextEvent(socket, "open");
      const failed = failure(socket);
      const closed = nextEvent(socket, "close");
      socket.send("a".repeat(MAX_PAYLOAD + 1));
      const { error, body } = await failed;
      assert.equal(error.type, "TransportError");
      assert.equal(error.description, 413);
      assert.equal(body, "");
      assert.equal((await closed)[0], "transport error");
    });

    it("over WebSocket closes with 1009 and no reason", async () => {
      const { socket } = client({ transports: ["websocket"] });
      await nextEvent(socket, "open");
      const closed = nextEvent(socket, "close");
      socket.send("a".repeat(MAX_PAYLOAD + 1));
      const [reason, details] = await closed;
      assert.equal(reason, "transport close");
      assert.equal(details.context.code, 1009);
      assert.equal(details.context.reason, "");
    });

    it("over WebSocket of exactly the limit is fine", async () => {
      const frames = await openSession(fixture);
      assert.equal(await frames.next(), "4hi");
      const message = "4" + "a".repeat(MAX_PAYLOAD - 1);
      frames.send(message);
      assert.equal(await frames.next(), message);
      frames.close();
    });
  });

  describe("an unknown session", () => {
    it("is reported over polling with the server's answer", async () => {
      const { socket } = client({ transports: ["polling"], query: { sid: "abc" } });
      const closed = nextEvent(socket, "close");
      const { error, body } = await failure(socket);
      assert.equal(error.description, 400);
      assert.equal(body, '{"code":1,"message":"Session ID unknown"}');
      assert.equal((await closed)[0], "transport error");
    });

    it("is reported over WebSocket as an error of the handshake", async () => {
      const { socket } = client({ transports: ["websocket"], query: { sid: "abc" } });
      const [error] = await nextEvent(socket, "error");
      assert.equal(error.message, "websocket error");
      assert.equal(error.description.type, "error");
    });
  });

  describe("a request the application denies", () => {
    it("is answered with 403 and error code 4", async () => {
      const { status, body } = await request(`${fixture.http()}/engine.io/?EIO=4&transport=polling&deny=1`);
      assert.equal(status, 403);
      assert.equal(JSON.parse(body).code, 4);
    });

    it("fails the handshake of a WebSocket", async () => {
      const frames = new FrameSocket(`${fixture.ws()}/engine.io/?EIO=4&transport=websocket&deny=1`);
      const { refused } = await frames.end(2000);
      assert.ok(refused >= 400 && refused < 500, `got ${refused}`);
    });

    for (const [denied, other] of [
      ["websocket", "polling"],
      ["polling", "websocket"],
    ]) {
      it(`makes a client denied over ${denied} try ${other}`, async () => {
        const { socket } = client({
          transports: [denied, other],
          tryAllTransports: true,
          transportOptions: { [denied]: { query: { deny: 1 } } },
        });
        await nextEvent(socket, "open");
        assert.equal(socket.transport.name, other);
      });
    }
  });

  describe("cookies", () => {
    it("are set by the first response alone, with their attributes", async () => {
      const session = await PollingSession.open(fixture);
      const cookies = session.opening.headers["set-cookie"];
      assert.equal(cookies.length, 4);
      const attributes = cookies.map((cookie) => cookie.toLowerCase());
      assert.match(attributes[0], /^1=1;.*max-age=86400/);
      for (const part of [/^2=2;/, /secure/, /httponly/, /samesite/]) assert.match(attributes[1], part);
      assert.match(attributes[2], /^3=3;.*max-age=0/);
      assert.match(attributes[3], /^4=4;.*expires=/);
      assert.equal((await session.poll()).headers["set-cookie"], undefined);
      session.release();
    });

    for (const [withCredentials, cookie] of [
      [true, "1=1; 2=2"],
      [false, undefined],
    ]) {
      it(`are ${withCredentials ? "sent" : "not sent"} by a client if withCredentials is ${withCredentials}`, async () => {
        const { socket, messages } = client({ transports: ["polling"], withCredentials });
        await nextEvent(socket, "open");
        await pause(20); // the client keeps cookies for its next request only
        socket.send("sendHeaders");
        const headers = JSON.parse((await received(messages, 2))[1]);
        assert.equal(headers.cookie, cookie);
        assert.equal(headers["content-type"], "text/plain;charset=UTF-8");
      });
    }
  });
});
