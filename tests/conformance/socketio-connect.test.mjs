// Joining and leaving namespaces, packet by packet. Profile `socketio`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { pause } from "./support/deadline.mjs";
import { CALM, Fixture } from "./support/fixture.mjs";
import { openSession } from "./support/frames.mjs";
import { PollingSession } from "./support/polling.mjs";

const PATH = "/socket.io/";

describe("Socket.IO namespaces", { concurrency: true }, () => {
  let calm;
  let beating;
  before(async () => {
    calm = await Fixture.start({ profile: "socketio", limits: CALM });
    beating = await Fixture.start({ profile: "socketio" });
  });
  after(async () => {
    await calm.stop();
    await beating.stop();
  });

  const withSession = async (body, fixture = calm) => {
    const frames = await openSession(fixture, PATH);
    try {
      await body(frames);
    } finally {
      frames.close();
    }
  };

  /** Sends `packet` and checks the CONNECT reply that begins with `prefix`; returns what it holds. */
  const connect = async (frames, packet, prefix) => {
    frames.send(packet);
    const reply = await frames.next("the CONNECT reply");
    assert.ok(reply.startsWith(`${prefix}{`), `got ${reply}`);
    return JSON.parse(reply.slice(prefix.length));
  };

  it("can be joined, and the reply holds the socket id alone", () =>
    withSession(async (frames) => {
      const reply = await connect(frames, "40", "40");
      assert.deepEqual(Object.keys(reply), ["sid"]);
      assert.match(reply.sid, /^[A-Za-z0-9_-]{20}$/);
      assert.notEqual(reply.sid, frames.handshake.sid, "the id of the transport is nobody else's business");
      assert.equal(await frames.next(), '42["auth",{}]');
    }));

  const payloads = [
    ["no payload", "", "{}"],
    ["an empty payload", "{}", "{}"],
    ["a token", '{"token":"123"}', '{"token":"123"}'],
    ["nested values", '{"a":[1,null,{"b":true}]}', '{"a":[1,null,{"b":true}]}'],
  ];
  for (const [what, sent, seen] of payloads) {
    it(`hands ${what} to the application, on / and on another namespace`, () =>
      withSession(async (frames) => {
        await connect(frames, `40${sent}`, "40");
        assert.equal(await frames.next(), `42["auth",${seen}]`);
        await connect(frames, `40/custom,${sent}`, "40/custom,");
        assert.equal(await frames.next(), `42/custom,["auth",${seen}]`);
      }));
  }

  it("accept a CONNECT without the comma", () =>
    withSession(async (frames) => {
      await connect(frames, "40/custom", "40/custom,");
    }));

  it("can be joined without joining /", () =>
    withSession(async (frames) => {
      await connect(frames, "40/custom,", "40/custom,");
      assert.equal(await frames.next(), '42/custom,["auth",{}]');
      frames.send('42["message",1]');
      await frames.end();
    }));

  it("give one connection a different socket id each", () =>
    withSession(async (frames) => {
      const main = await connect(frames, "40", "40");
      await frames.next();
      const custom = await connect(frames, "40/custom,", "40/custom,");
      assert.notEqual(main.sid, custom.sid);
    }));

  it("that do not exist are refused in exact words, and the connection stays", () =>
    withSession(async (frames) => {
      frames.send("40/random");
      assert.equal(await frames.next(), '44/random,{"message":"Invalid namespace"}');
      frames.send("40/random,");
      assert.equal(await frames.next(), '44/random,{"message":"Invalid namespace"}');
      await connect(frames, "40", "40");
    }));

  it("can be joined over long-polling", async () => {
    const session = await PollingSession.open(calm, PATH);
    assert.equal((await session.push('40{"token":"p"}')).body, "ok");
    const [reply, auth] = await session.packets(2);
    assert.match(reply, /^40\{"sid":"[^"]+"\}$/);
    assert.equal(auth, '42["auth",{"token":"p"}]');
    session.release();
  });

  /** Joins / and /custom, leaves /custom, and makes sure that the server knows. */
  const leaveCustom = async (frames) => {
    await connect(frames, "40", "40");
    await frames.next();
    const { sid } = await connect(frames, "40/custom,", "40/custom,");
    await frames.next();
    frames.send("41/custom,");
    frames.send('42["message","left"]');
    assert.equal(await frames.next(), '42["message-back","left"]');
    return sid;
  };

  it("that were left take no more messages: one ends the connection", () =>
    withSession(async (frames) => {
      await leaveCustom(frames);
      frames.send('42/custom,["message",1]');
      await frames.end();
    }));

  it("that were left can be joined again, under a new id", () =>
    withSession(async (frames) => {
      const first = await leaveCustom(frames);
      const second = await connect(frames, "40/custom,", "40/custom,");
      assert.notEqual(second.sid, first);
      assert.equal(await frames.next(), '42/custom,["auth",{}]');
    }));

  it("are left without closing the connection, at least until the next ping", () =>
    withSession(async (frames) => {
      await connect(frames, "40", "40");
      await frames.next();
      frames.send("41");
      assert.equal(await frames.next(), "2");
    }, beating));

  it("other than / are left without touching /, with or without the comma", async () => {
    for (const leave of ["41/custom", "41/custom,"]) {
      await withSession(async (frames) => {
        await connect(frames, "40", "40");
        await frames.next();
        await connect(frames, "40/custom,", "40/custom,");
        await frames.next();
        frames.send(leave);
        frames.send('42["message","still here"]');
        assert.equal(await frames.next(), '42["message-back","still here"]');
      });
    }
  });

  describe("a protocol error ends the connection:", { concurrency: true }, () => {
    const beforeJoining = [
      ["a packet of no known type", "4abc"],
      ["an event before joining", '42["message",1]'],
      ["an acknowledgement before joining", "430[]"],
      ["a payload of CONNECT that is no object", '40"text"'],
      ["a payload of CONNECT that is no JSON", "40{"],
      ["leaving what was not joined", "41"],
      ["a binary message out of nowhere", Buffer.from([1, 2, 3])],
    ];
    for (const [what, packet] of beforeJoining) {
      it(what, () =>
        withSession(async (frames) => {
          frames.send(packet);
          await frames.end();
        }),
      );
    }

    it("joining twice", () =>
      withSession(async (frames) => {
        await connect(frames, "40", "40");
        await frames.next();
        frames.send("40");
        await frames.end();
      }));

    it("a message for a namespace that was not joined", () =>
      withSession(async (frames) => {
        await connect(frames, "40", "40");
        await frames.next();
        frames.send('42/custom,["message",1]');
        await frames.end();
      }));
  });

  it("have to be joined: a silent client is closed when it misses the heartbeat", () =>
    withSession(async (frames) => frames.end(3000), beating));

  it("have to be joined within the connect timeout, heartbeat or not", async () => {
    const started = Date.now();
    await withSession(async (frames) => {
      await frames.end(4000);
      assert.ok(Date.now() - started >= 950, `closed after ${Date.now() - started} ms`);
    });
  });

  it("keep a client that joined past the connect timeout", () =>
    withSession(async (frames) => {
      await connect(frames, "40", "40");
      await frames.next();
      await pause(1300);
      frames.send('42["message","late"]');
      assert.equal(await frames.next(), '42["message-back","late"]');
    }));
});
