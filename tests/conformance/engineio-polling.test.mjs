// Messages, heartbeat and closing over HTTP long-polling. Profile `engineio`: every message comes back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { eventually, pause } from "./support/deadline.mjs";
import { CALM, Fixture } from "./support/fixture.mjs";
import { PollingSession } from "./support/polling.mjs";

const PING_INTERVAL = 300;
const PING_TIMEOUT = 200;

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
const withSession = async (body, fixture = calm) => {
  const started = Date.now();
  const session = await PollingSession.open(fixture);
  try {
    await body(session, started);
  } finally {
    session.release();
  }
};

const assertGone = async (session) => {
  const { status, body } = await session.poll();
  assert.equal(status, 400);
  assert.equal(JSON.parse(body).code, 1);
};

describe("Engine.IO over long-polling", { concurrency: true }, () => {
  describe("messages", { concurrency: true }, () => {
    const payloads = [
      ["one text message", "4hello"],
      ["several text messages", "4one\x1e4two\x1e4three"],
      ["an empty message", "4"],
      ["text and binary together", "4text\x1ebAQIDBA==\x1e4more"],
      ["an empty binary message", "b"],
      ["text beyond ASCII", "4Grüße, Δοκιμή, 漢字 🦊\u2028"],
      ["text that looks like packets of another kind", "41\x1e42probe\x1e4b"],
      ["quotes, backslashes and line ends", '4"\\\r\n\t\u0000'],
    ];
    for (const [what, payload] of payloads) {
      it(`carries ${what} both ways`, () =>
        withSession(async (session) => {
          const pushed = await session.push(payload);
          assert.equal(pushed.status, 200);
          assert.equal(pushed.body, "ok");
          assert.match(pushed.headers["content-type"], /^text\/html/);
          const polled = await session.poll();
          assert.equal(polled.status, 200);
          assert.equal(polled.body, payload);
        }));
    }

    it("gives everything queued to one poll, in order", () =>
      withSession(async (session) => {
        for (const text of ["4a", "4b", "4c"]) await session.push(text);
        assert.equal((await session.poll()).body, "4a\x1e4b\x1e4c");
      }));

    it("answers a waiting poll as soon as there is something", () =>
      withSession(async (session) => {
        const poll = session.poll();
        const started = Date.now();
        await session.push("4now");
        assert.equal((await poll).body, "4now");
        assert.ok(Date.now() - started < 5000, "not with the next ping");
      }));

    it("carries almost as much as it allows at once", () =>
      withSession(async (session) => {
        const payload = "4" + "ä".repeat(450_000);
        assert.equal((await session.push(payload)).status, 200);
        assert.equal((await session.poll()).body, payload);
      }));
  });

  describe("a protocol error", { concurrency: true }, () => {
    it("in a packet ends the session", () =>
      withSession(async (session) => {
        const pushed = await session.push("abc").catch(() => ({ status: 400 }));
        assert.equal(pushed.status, 400);
        await assertGone(session);
      }));

    it("in one of several packets ends the session", () =>
      withSession(async (session) => {
        const pushed = await session.push("4fine\x1exyz").catch(() => ({ status: 400 }));
        assert.equal(pushed.status, 400);
        await assertGone(session);
      }));

    it("of a ping sent by the client ends the session", () =>
      withSession(async (session) => {
        await session.push("2").catch(() => {});
        await assertGone(session);
      }));

    it("of a binary content type is refused and ends the session", () =>
      withSession(async (session) => {
        const pushed = await session
          .push("4hello", { "content-type": "application/octet-stream" })
          .catch(() => ({ status: 400 }));
        assert.equal(pushed.status, 400);
        await assertGone(session);
      }));

    it("of two polls at once ends the first with a close packet and refuses the second", () =>
      withSession(async (session) => {
        const [first, second] = await Promise.all([session.poll(), pause(20).then(() => session.poll())]);
        assert.equal(first.status, 200);
        assert.equal(first.body, "1");
        assert.ok([400, 500].includes(second.status), `got ${second.status}`);
        await assertGone(session);
      }));

    it("of a method other than GET and POST is refused", () =>
      withSession(async (session) => {
        const response = await session.poll({ method: "DELETE" });
        assert.ok([400, 405, 500].includes(response.status), `got ${response.status}`);
      }));
  });

  it("ends the session when the client gives up its poll", () =>
    withSession(async (session) => {
      const giveUp = new AbortController();
      const poll = session.poll({ signal: giveUp.signal });
      await pause(20);
      giveUp.abort();
      await assert.rejects(poll);
      await assertGone(session);
    }));

  describe("the heartbeat", { concurrency: true }, () => {
    it("is a ping as the only packet of a poll, every 300 ms while the client answers", () =>
      withSession(async (session, started) => {
        for (let round = 1; round <= 3; round++) {
          assert.equal((await session.poll()).body, "2");
          assert.ok(Date.now() - started >= round * PING_INTERVAL - 20, `ping ${round} came early`);
          assert.equal((await session.push("3")).body, "ok");
        }
        assert.ok(Date.now() - started < 3 * PING_INTERVAL + 1500);
      }, beating));

    it("ends the session when the client does not answer", () =>
      withSession(async (session) => {
        await pause(PING_INTERVAL + PING_TIMEOUT + 30);
        await assertGone(session);
      }, beating));

    it("keeps a session that only answers pings alive long past the timeout", () =>
      withSession(async (session) => {
        const until = Date.now() + 3 * (PING_INTERVAL + PING_TIMEOUT);
        while (Date.now() < until) {
          assert.equal((await session.poll()).body, "2");
          await session.push("3");
        }
        await session.push("4alive");
        assert.deepEqual(await session.packets(1), ["4alive"]);
      }, beating));
  });

  describe("a close packet", { concurrency: true }, () => {
    it("ends the waiting poll with a noop, and the session", () =>
      withSession(async (session) => {
        const poll = session.poll();
        await pause(20);
        await session.push("1");
        const { status, body } = await poll;
        assert.equal(status, 200);
        assert.equal(body, "6");
        await assertGone(session);
      }));

    it("ends the session also when no poll follows", () =>
      withSession(async (session) => {
        assert.equal((await session.push("1")).status, 200);
        await eventually(async () => (await session.push("4x")).status === 400, "the session is gone", 2000);
      }));
  });
});

describe("a server that stood still when the time for a pong ended", { concurrency: true }, () => {
  const withStall = async (ask) => {
    const fixture = await Fixture.start({ profile: "engineio" });
    try {
      await withSession(async (session) => {
        assert.equal((await session.poll()).body, "2");
        fixture.pause();
        await pause(2 * PING_TIMEOUT);
        const answers = ask(session);
        await pause(50); // the kernel has it
        fixture.resume();
        await answers;
      }, fixture);
    } finally {
      await fixture.stop();
    }
  };

  it("refuses a poll although it reads that before it looks at the clock", () => withStall(assertGone));

  it("keeps the session when a pong is to be read as well", () =>
    withStall(async (session) => {
      const pushed = session.push("3");
      const polled = session.poll();
      assert.equal((await pushed).body, "ok");
      assert.equal((await polled).body, "2");
    }));
});

// Alone, because it depends on two requests being made at the same time.
describe("a close packet and a poll sent at the same moment on two connections", () => {
  it("let the poll end with a noop, whichever comes first", async () => {
    for (let round = 0; round < 20; round++) {
      await withSession(async (session) => {
        // Both connections are open now.
        await Promise.all([session.push("4hello"), session.poll()]);
        const pushFirst = round % 2 === 0;
        const pushed = pushFirst && session.push("1");
        const polled = session.poll();
        await (pushed || session.push("1"));
        const poll = await polled;
        assert.equal(poll.status, 200, `round ${round}: ${poll.body}`);
        assert.equal(poll.body, "6");
        await assertGone(session);
      });
    }
  });
});
