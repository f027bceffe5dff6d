// Messages, heartbeat and closing over WebSocket. Profile `engineio`: every message comes back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { CALM, Fixture } from "./support/fixture.mjs";
import { FrameSocket, openSession } from "./support/frames.mjs";

const PING_INTERVAL = 300;
const PING_TIMEOUT = 200;

describe("Engine.IO over WebSocket", { concurrency: true }, () => {
  let calm;
  let beating;
  before(async () => {
    calm = await Fixture.start({ profile: "engineio", limits: CALM });
    beating = await Fixture.start({ profile: "engineio" });
  });
  after(async () => {
    await calm.stop();
    await beating.stop();
  });

  /** Runs `body` with a fresh session and the time before it was opened. */
  const withSession = async (body, fixture = calm, options = {}) => {
    const started = Date.now();
    const frames = await openSession(fixture, "/engine.io/", options);
    try {
      await body(frames, started);
    } finally {
      frames.close();
    }
  };

  describe("messages", { concurrency: true }, () => {
    const texts = [
      ["text", "4hello"],
      ["an empty text", "4"],
      ["text beyond ASCII", "4Grüße, Δοκιμή, 漢字 🦊\u2028"],
      ["a record separator, which means nothing here", "4one\x1e4two"],
      ["a long text", "4" + "long ".repeat(150_000)],
    ];
    for (const [what, text] of texts) {
      it(`carries ${what} both ways`, () =>
        withSession(async (frames) => {
          frames.send(text);
          assert.equal(await frames.next(), text);
        }));
    }

    const binaries = [
      ["binary", Buffer.from([1, 2, 3, 4])],
      ["an empty binary", Buffer.alloc(0)],
      ["binary that would be a packet if it were text", Buffer.from("41")],
      ["a long binary", Buffer.alloc(900_000, 7)],
    ];
    for (const [what, bytes] of binaries) {
      it(`carries ${what} both ways, as a binary message`, () =>
        withSession(async (frames) => {
          frames.send(bytes);
          const echo = await frames.next();
          assert.ok(Buffer.isBuffer(echo), "a binary frame");
          assert.ok(bytes.equals(echo));
        }));
    }

    it("takes base64 behind a b for binary, as clients send that ask for it", () =>
      withSession(async (frames) => {
        frames.send("bAQIDBA==");
        assert.deepEqual(await frames.next(), Buffer.from([1, 2, 3, 4]));
        frames.send("b");
        assert.deepEqual(await frames.next(), Buffer.alloc(0));
      }));

    it("sends base64 to a client that has asked for it with b64", async () => {
      const frames = new FrameSocket(`${calm.ws()}/engine.io/?EIO=4&transport=websocket&b64=1`);
      assert.equal((await frames.next("the open packet"))[0], "0");
      frames.send(Buffer.from([1, 2, 3, 4]));
      assert.equal(await frames.next(), "bAQIDBA==");
      frames.close();
    });

    it("keeps the order of text and binary messages", () =>
      withSession(async (frames) => {
        for (let i = 0; i < 200; i++) frames.send(i % 3 ? `4${i}` : Buffer.from(String(i)));
        for (let i = 0; i < 200; i++) {
          const echo = await frames.next();
          assert.equal(i % 3 ? echo : echo.toString(), i % 3 ? `4${i}` : String(i));
        }
      }));

    it("puts a message that comes in fragments together", () =>
      withSession(async (frames) => {
        frames.socket.send("4in ", { fin: false });
        frames.socket.send("three ", { fin: false });
        frames.socket.send("parts", { fin: true });
        assert.equal(await frames.next(), "4in three parts");
      }));
  });

  describe("a protocol error", { concurrency: true }, () => {
    for (const [what, packet] of [
      ["an unknown packet type", "abc"],
      ["an empty packet", ""],
      ["a ping sent by the client", "2"],
    ]) {
      it(`of ${what} ends the connection`, () =>
        withSession(async (frames) => {
          frames.send(packet);
          await frames.end();
        }));
    }
  });

  describe("the heartbeat", { concurrency: true }, () => {
    it("is a ping every 300 ms while the client answers", () =>
      withSession(async (frames, started) => {
        for (let round = 1; round <= 3; round++) {
          assert.equal(await frames.next(), "2");
          assert.ok(Date.now() - started >= round * PING_INTERVAL - 20, `ping ${round} came early`);
          frames.send("3");
        }
        assert.ok(Date.now() - started < 3 * PING_INTERVAL + 1500);
      }, beating));

    it("ends the connection when the client does not answer", () =>
      withSession(async (frames, started) => {
        await frames.end();
        const lived = Date.now() - started;
        assert.ok(lived >= PING_INTERVAL + PING_TIMEOUT - 50, `closed after ${lived} ms`);
        assert.equal(await frames.next().catch(() => "none"), "2", "it had been asked");
      }, beating));

    it("keeps a client that only answers pings", () =>
      withSession(
        async (frames) => {
          const ended = await Promise.race([
            frames.closed,
            new Promise((resolve) => setTimeout(resolve, 3 * (PING_INTERVAL + PING_TIMEOUT), "alive")),
          ]);
          assert.equal(ended, "alive");
          frames.send("4still here");
          assert.equal(await frames.next(), "4still here");
        },
        beating,
        { answerPings: true },
      ));
  });

  it("ends at once when the client sends a close packet", () =>
    withSession(async (frames) => {
      frames.send("1");
      await frames.end(2000);
    }));

  it("keeps one connection's trouble from every other", () =>
    withSession(async (good) => {
      await withSession(async (bad) => {
        bad.send("abc");
        await bad.end();
      });
      good.send("4unharmed");
      assert.equal(await good.next(), "4unharmed");
    }));
});
