// Messages that are too large, readers that are too slow. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients, connected } from "./support/clients.mjs";
import { nextEvent } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

const MAX_BYTES = 2000;

describe("a message over the limit", { concurrency: true }, () => {
  let fixture;
  let clients;
  before(async () => {
    fixture = await Fixture.start({ profile: "features", limits: { maxPayloadBytes: MAX_BYTES } });
    clients = new Clients(fixture);
  });
  after(async () => {
    clients.closeAll();
    await fixture.stop();
  });

  it("is announced by the server as what it allows", async () => {
    const socket = await clients.connect();
    assert.equal(socket.io.engine._maxPayload, MAX_BYTES);
  });

  it("is explained to every socket of the connection before the connection is closed with 1009", async () => {
    const manager = clients.manager({ reconnection: false });
    const main = manager.socket("/");
    const other = manager.socket("/catchall");
    await Promise.all([connected(main), connected(other)]);
    const explained = Promise.all([main, other].map((socket) => nextEvent(socket, "payload_too_large")));
    const closed = nextEvent(manager.engine, "close");
    main.emit("echo", "x".repeat(MAX_BYTES + 100));
    for (const [explanation] of await explained) {
      assert.deepEqual(explanation, { code: "payload_too_large", maxBytes: MAX_BYTES });
    }
    const [reason, details] = await closed;
    assert.equal(reason, "transport close");
    assert.equal(details.context.code, 1009);
    assert.equal(details.context.reason, "");
  });

  it("does not touch other connections, and the client comes back", async () => {
    const [offender, bystander] = await clients.connectMany(2);
    const dropped = nextEvent(offender, "disconnect");
    offender.emit("echo", Buffer.alloc(MAX_BYTES + 1));
    await dropped;
    await connected(offender);
    assert.equal(await call(offender, "echo", "back"), "back");
    assert.equal(await call(bystander, "echo", "unharmed"), "unharmed");
    assert.equal((await call(bystander, "whoami")).recovered, false);
  });
});

describe("a slow reader", () => {
  let fixture;
  let clients;
  before(async () => {
    fixture = await Fixture.start({ profile: "features", limits: { pingTimeoutMs: 10_000 } });
    clients = new Clients(fixture);
  });
  after(async () => {
    clients.closeAll();
    await fixture.stop();
  });

  /** A client whose connection is not read from until the function returned with it is called. */
  const stalled = async () => {
    const socket = await clients.connect("/", { reconnection: false });
    const connection = socket.io.engine.transport.ws._socket;
    connection.pause();
    return { socket, inbox: new Inbox(socket), resume: () => connection.resume() };
  };
  /** Two events of another client have been handled, so anything sent before has been, too. */
  const serverIsPast = async (witness) => {
    for (let i = 0; i < 2; i++) await call(witness, "echo", i);
  };

  it("loses volatile events only, keeps its connection and the order", async () => {
    const witness = await clients.connect();
    const { socket, inbox, resume } = await stalled();
    const count = 6000;
    socket.emit("volatile-flood", count, 4096);
    await serverIsPast(witness);
    resume();
    await inbox.until("flood-done", 1);
    assert.deepEqual(inbox.of("flood-done"), [count]);
    const got = inbox.of("volatile-flood");
    assert.ok(got.length < count, "some were dropped");
    assert.deepEqual(
      got,
      [...got].sort((a, b) => a - b),
    );
    assert.equal(await call(socket, "echo", "connected"), "connected");
  });

  it("that falls behind with events that must not be lost is closed, and others are not", async () => {
    const witness = await clients.connect();
    const { socket, resume } = await stalled();
    const dropped = nextEvent(socket, "disconnect");
    socket.emit("flood", 6000, 4096);
    await serverIsPast(witness);
    resume();
    await dropped;
    assert.equal(await call(witness, "echo", "unharmed"), "unharmed");
  });
});
