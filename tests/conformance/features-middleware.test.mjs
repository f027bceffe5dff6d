// Who is let in, which events pass, and namespaces made on demand. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients, connected, refused } from "./support/clients.mjs";
import { eventually, nextEvent, pause } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

let fixture;
let clients;
before(async () => {
  fixture = await Fixture.start({ profile: "features", workers: 2 });
  clients = new Clients(fixture);
});
after(async () => {
  clients.closeAll();
  await fixture.stop();
});

describe("a namespace with a middleware", { concurrency: true }, () => {
  it("lets the right token in, after its time", async () => {
    const started = performance.now();
    await clients.connect("/auth", { auth: { token: "secret" } });
    assert.ok(performance.now() - started >= 19);
  });

  for (const [what, auth] of [
    ["a wrong token", { token: "guess" }],
    ["no token", {}],
    ["nothing at all", undefined],
    ["a token of another type", { token: ["secret"] }],
  ]) {
    it(`refuses ${what} with message and data`, async () => {
      const socket = clients.create("/auth", { auth });
      const error = await refused(socket);
      assert.equal(error.message, "bad token");
      assert.deepEqual(error.data, { code: "bad_token" });
      assert.equal(socket.connected, false);
      assert.equal(socket.active, false, "and the client does not try again by itself");
    });
  }

  it("lets a client in that comes back with the right token", async () => {
    const socket = clients.create("/auth", { auth: { token: "guess" } });
    await refused(socket);
    socket.auth = { token: "secret" };
    await connected(socket);
  });

  it("refuses without harm to the other namespaces of the connection", async () => {
    const manager = clients.manager();
    const main = manager.socket("/");
    const auth = manager.socket("/auth", { auth: { token: "guess" } });
    await connected(main);
    await refused(auth);
    assert.equal((await call(main, "whoami")).id, main.id);
  });

  it("decides on many clients at once, each by its own token", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const socket = clients.create("/auth", { auth: { token: i % 2 ? "secret" : `guess ${i}` } });
        if (i % 2) return connected(socket).then(() => "in");
        return (await refused(socket)).data.code;
      }),
    );
    assert.deepEqual(
      outcomes,
      Array.from({ length: 40 }, (_, i) => (i % 2 ? "in" : "bad_token")),
    );
  });
});

describe("an event middleware", { concurrency: true }, () => {
  it("refuses an event, and the others still pass", async () => {
    const socket = await clients.connect();
    const told = nextEvent(socket, "middleware-error");
    socket.emit("forbidden", "x");
    const [message] = await told;
    assert.equal(typeof message, "string");
    assert.notEqual(message, "");
    assert.equal(await call(socket, "echo", "allowed"), "allowed");
  });

  it("refuses one client's event without telling others", async () => {
    const [offender, other] = await clients.connectMany(2);
    const inbox = new Inbox(other);
    const told = nextEvent(offender, "middleware-error");
    offender.emit("forbidden");
    await told;
    await call(other, "echo", 1);
    assert.ok(!inbox.names.includes("middleware-error"));
  });
});

describe("namespaces on demand", { concurrency: true }, () => {
  for (const name of ["/dynamic-1", "/dynamic-42", "/dynamic-0012345678901234567890"]) {
    it(`${name} exists, and tells its name`, async () => {
      const socket = clients.create(name);
      const told = nextEvent(socket, "namespace");
      socket.connect();
      assert.equal((await told)[0], name);
    });
  }

  for (const name of ["/dynamic-", "/dynamic-x", "/dynamic-1x", "/x/dynamic-1", "/dynamic", "/__proto__", "/nowhere"]) {
    it(`${name} does not exist`, async () => {
      assert.equal((await refused(clients.create(name))).message, "Invalid namespace");
    });
  }

  it("can be many on one connection", async () => {
    const manager = clients.manager();
    const names = Array.from({ length: 20 }, (_, i) => `/dynamic-9${i}`);
    const told = names.map((name) => {
      const socket = manager.socket(name);
      const first = nextEvent(socket, "namespace");
      socket.connect();
      return first;
    });
    assert.deepEqual(
      (await Promise.all(told)).map(([name]) => name),
      names,
    );
  });

  it("come again after everyone has left them", async () => {
    for (let round = 0; round < 3; round++) {
      const socket = clients.create("/dynamic-777");
      const told = nextEvent(socket, "namespace");
      socket.connect();
      assert.equal((await told)[0], "/dynamic-777");
      socket.disconnect();
    }
  });
});

describe("a catch-all listener", { concurrency: true }, () => {
  it("hears every event by name and arguments", async () => {
    const socket = await clients.connect("/catchall");
    for (const [name, ...args] of [
      ["one", 1],
      ["two words", "a", { b: [null] }],
      ["none"],
      ["ünï 漢", true],
      ["toString"],
    ]) {
      const any = nextEvent(socket, "any");
      socket.emit(name, ...args);
      assert.deepEqual((await any).slice(0, 2), [name, args]);
    }
  });

  it("hears binary arguments", async () => {
    const socket = await clients.connect("/catchall");
    const any = nextEvent(socket, "any");
    socket.emit("file", Buffer.from([1, 2]), { more: Buffer.alloc(0) });
    assert.deepEqual((await any).slice(0, 2), ["file", [Buffer.from([1, 2]), { more: Buffer.alloc(0) }]]);
  });

  it("for outgoing events counts them, and no acknowledgements", async () => {
    const socket = await clients.connect("/catchall");
    const inbox = new Inbox(socket);
    const first = await call(socket, "outgoing-count");
    const own = (await call(socket, "outgoing-count")) - first;
    assert.ok(own === 0 || own === 1, "asking counts at most for the event that reports the question");
    const heard = inbox.of("any").length;
    for (let i = 0; i < 5; i++) socket.emit("event", i);
    await inbox.until("any", heard + 5);
    const acknowledged = await call(socket, "outgoing-count");
    assert.equal(acknowledged, first + own + 5 + own);
  });
});

describe("a namespace with a limit on events", { concurrency: true }, () => {
  it("handles a burst of five and tells the sender about the others", async () => {
    const socket = await clients.connect("/limited");
    let handled = 0;
    const refusals = [];
    socket.on("rate_limited", (refusal) => refusals.push(refusal));
    const countHandled = (answer) => (handled += answer === "ok");
    for (let i = 0; i < 12; i++) socket.emit("ping-me", countHandled);
    await eventually(() => handled + refusals.length >= 12, "each has its fate");
    assert.ok(handled === 5 || handled === 6, `${handled} were handled`);
    assert.equal(refusals.length, 12 - handled);
    for (const refusal of refusals) {
      assert.equal(refusal.code, "rate_limited");
      assert.equal(refusal.event, "ping-me");
      assert.ok(refusal.retryAfterMs > 0 && refusal.retryAfterMs <= 1000, `retry after ${refusal.retryAfterMs} ms`);
    }
    await pause(refusals.at(-1).retryAfterMs + 20);
    assert.equal(await call(socket, "ping-me"), "ok");
  });

  it("limits every socket by itself", async () => {
    const sockets = await clients.connectMany(10, "/limited");
    const answers = await Promise.all(sockets.flatMap((socket) => [1, 2, 3].map(() => call(socket, "ping-me"))));
    assert.deepEqual(answers, Array(30).fill("ok"));
  });
});
