// Moving a session from long-polling to WebSocket, step by step. Profile `engineio`: every message comes back.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { eventually, pause } from "./support/deadline.mjs";
import { CALM, Fixture } from "./support/fixture.mjs";
import { joinSession } from "./support/frames.mjs";
import { PollingSession } from "./support/polling.mjs";

describe("the upgrade to WebSocket", { concurrency: true }, () => {
  let fixture;
  let beating;
  before(async () => {
    fixture = await Fixture.start({ profile: "engineio", limits: CALM });
    beating = await Fixture.start({ profile: "engineio" });
  });
  after(async () => {
    await fixture.stop();
    await beating.stop();
  });

  /** Runs `body` with a polling session and a WebSocket attached to it that has been probed. */
  const withProbed = async (body, server = fixture) => {
    const session = await PollingSession.open(server);
    const frames = joinSession(server, session);
    try {
      await frames.opened;
      frames.send("2probe");
      assert.equal(await frames.next("the answer to the probe"), "3probe");
      await body(session, frames);
    } finally {
      frames.close();
      session.release();
    }
  };

  it("ends a poll made after the probe with a noop, then speaks on the WebSocket", () =>
    withProbed(async (session, frames) => {
      const poll = await session.poll();
      assert.equal(poll.status, 200);
      assert.equal(poll.body, "6");
      frames.send("5");
      frames.send("4hello");
      assert.equal(await frames.next(), "4hello");
    }));

  it("ends a poll that was already waiting when the probe came", async () => {
    const session = await PollingSession.open(fixture);
    const poll = session.poll();
    await pause(20);
    const frames = joinSession(fixture, session);
    await frames.opened;
    frames.send("2probe");
    assert.equal(await frames.next(), "3probe");
    assert.equal((await poll).body, "6");
    frames.close();
    session.release();
  });

  it("leaves no trace of the session for HTTP requests", () =>
    withProbed(async (session, frames) => {
      await session.poll();
      frames.send("5");
      frames.send("4first");
      assert.equal(await frames.next(), "4first");
      assert.equal((await session.poll()).status, 400);
      assert.equal((await session.push("4stray")).status, 400);
      frames.send("4second");
      assert.equal(await frames.next(), "4second", "the stray request did no harm");
    }));

  it("refuses HTTP requests also right behind the upgrade packet", () =>
    withProbed(async (session, frames) => {
      frames.send("5");
      await eventually(async () => (await session.poll()).status === 400, "the poll is refused", 5000);
      frames.send("4hello");
      assert.equal(await frames.next(), "4hello");
    }));

  it("turns a second WebSocket for the session away and keeps the first", () =>
    withProbed(async (session, frames) => {
      frames.send("5");
      frames.send("4before");
      assert.equal(await frames.next(), "4before");
      const second = joinSession(fixture, session);
      await second.end(2000);
      frames.send("4after");
      assert.equal(await frames.next(), "4after");
    }));

  it("sends on the WebSocket what was queued and not polled before", () =>
    withProbed(async (session, frames) => {
      const poll = await session.poll();
      assert.equal(poll.body, "6");
      for (const text of ["4one", "4two", "bAQID"]) assert.equal((await session.push(text)).status, 200);
      frames.send("5");
      assert.equal(await frames.next(), "4one");
      assert.equal(await frames.next(), "4two");
      assert.deepEqual(await frames.next(), Buffer.from([1, 2, 3]));
    }));

  it("goes on over polling when the WebSocket disappears before the upgrade", () =>
    withProbed(async (session, frames) => {
      await session.poll();
      frames.close();
      assert.equal((await session.push("4polling")).status, 200);
      const deadline = Date.now() + 5000;
      let body = "6";
      while (body === "6" && Date.now() < deadline) body = (await session.poll()).body;
      assert.equal(body, "4polling");
    }));

  it("goes on over polling when the WebSocket says something else than the probe", async () => {
    const session = await PollingSession.open(fixture);
    const frames = joinSession(fixture, session);
    await frames.opened;
    frames.send("4not a probe");
    await frames.end(2000);
    assert.equal((await session.push("4polling")).status, 200);
    assert.deepEqual(await session.packets(1), ["4polling"], "and the message on the WebSocket counted for nothing");
    session.release();
  });

  it("can be tried again after a failure", () =>
    withProbed(async (session, frames) => {
      await session.poll();
      frames.close();
      await frames.end();
      const again = await eventually(
        async () => {
          const candidate = joinSession(fixture, session);
          const outcome = await Promise.race([candidate.opened.catch(() => "refused"), candidate.closed]);
          return outcome === undefined && candidate;
        },
        "a second attempt is let in",
        5000,
      );
      again.send("2probe");
      assert.equal(await again.next(), "3probe");
      again.send("5");
      again.send("4second attempt");
      assert.equal(await again.next(), "4second attempt");
      again.close();
    }));

  it("keeps the heartbeat going on the new transport", () =>
    withProbed(async (session, frames) => {
      await session.poll();
      frames.send("5");
      for (let round = 0; round < 3; round++) {
        assert.equal(await frames.next(), "2");
        frames.send("3");
      }
    }, beating));

  it("ends the session when the upgraded WebSocket is lost", () =>
    withProbed(async (session, frames) => {
      await session.poll();
      frames.send("5");
      frames.send("4hello");
      assert.equal(await frames.next(), "4hello");
      frames.close();
      await eventually(async () => {
        const late = joinSession(fixture, session);
        return (await late.end(2000)).refused === 400;
      }, "the session is unknown");
    }));
});
