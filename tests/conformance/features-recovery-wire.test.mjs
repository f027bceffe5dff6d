// Recovery packet by packet: session ids, offsets, and the order on the wire. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Fixture } from "./support/fixture.mjs";
import { openSession } from "./support/frames.mjs";

const PATH = "/socket.io/";

describe("recovery on the wire", { concurrency: true }, () => {
  let fixture;
  before(async () => {
    fixture = await Fixture.start({ profile: "features", workers: 2 });
  });
  after(() => fixture.stop());

  /** Opens a connection and sends a CONNECT with `payload`. */
  const join = async (payload = "") => {
    const frames = await openSession(fixture, PATH, { answerPings: true });
    frames.send(`40${payload}`);
    return frames;
  };
  const reply = async (frames) => {
    const packet = await frames.next("the CONNECT reply");
    assert.match(packet, /^40\{/);
    return JSON.parse(packet.slice(2));
  };
  const event = async (frames) => {
    const packet = await frames.next("an event");
    assert.match(packet, /^42\[/);
    return JSON.parse(packet.slice(2));
  };
  const lose = async (frames) => {
    frames.send('42["cut"]');
    await frames.end();
  };

  it("the reply to CONNECT holds a public and a private id", async () => {
    const frames = await join();
    const session = await reply(frames);
    assert.deepEqual(Object.keys(session).sort(), ["pid", "sid"]);
    assert.match(session.sid, /^[A-Za-z0-9_-]{20}$/);
    assert.match(session.pid, /^[A-Za-z0-9_-]{20,}$/);
    assert.equal(new Set([session.sid, session.pid, frames.handshake.sid]).size, 3);
    frames.close();
  });

  it("events carry an offset behind their arguments, each another one", async () => {
    const frames = await join();
    await reply(frames);
    const offsets = new Set();
    for (let i = 0; i < 50; i++) {
      frames.send(`42["echo",${i}]`);
      const [name, value, offset, ...rest] = await event(frames);
      assert.deepEqual([name, value, rest], ["echo", i, []]);
      assert.equal(typeof offset, "string");
      assert.notEqual(offset, "");
      offsets.add(offset);
    }
    assert.equal(offsets.size, 50);
    frames.close();
  });

  it("acknowledgements, and events that ask for one, carry none", async () => {
    const frames = await join();
    await reply(frames);
    frames.send('421["whoami"]');
    const answer = JSON.parse((await frames.next()).slice(3));
    assert.equal(answer.length, 1);
    frames.send('422["ask",2000,"question","q"]');
    assert.match(await frames.next(), /^42\d+\["question","q"\]$/);
    frames.close();
  });

  it("the missed events come before the reply to CONNECT, which holds the old ids", async () => {
    const frames = await join();
    const session = await reply(frames);
    frames.send('42["echo","seen"]');
    const [, , offset] = await event(frames);
    frames.send('42["echo","not seen"]');
    frames.send('42["echo","nor this"]');
    await lose(frames);

    const again = await join(JSON.stringify({ pid: session.pid, offset }));
    assert.equal((await event(again))[1], "not seen");
    assert.equal((await event(again))[1], "nor this");
    assert.deepEqual(await reply(again), session);
    again.close();
  });

  it("without an offset everything since the first CONNECT is repeated", async () => {
    const frames = await join();
    const session = await reply(frames);
    for (const i of [1, 2, 3]) frames.send(`42["echo",${i}]`);
    await lose(frames);
    const again = await join(JSON.stringify({ pid: session.pid }));
    for (const i of [1, 2, 3]) assert.equal((await event(again))[1], i);
    assert.deepEqual(await reply(again), session);
    again.close();
  });

  it("an unknown private id leads to a new session", async () => {
    for (const pid of ["unknown", "", "__proto__", "x".repeat(500)]) {
      const frames = await join(JSON.stringify({ pid, offset: "x" }));
      const session = await reply(frames);
      assert.notEqual(session.pid, pid);
      frames.close();
    }
  });

  it("ids of the wrong type lead to a new session", async () => {
    for (const payload of ['{"pid":1,"offset":2}', '{"pid":null}', '{"pid":{},"offset":[]}']) {
      const frames = await join(payload);
      assert.equal(typeof (await reply(frames)).pid, "string");
      frames.close();
    }
  });

  it("the public id does not open the session of another", async () => {
    const victim = await join();
    const session = await reply(victim);
    await lose(victim);
    const thief = await join(JSON.stringify({ pid: session.sid }));
    assert.notEqual((await reply(thief)).sid, session.sid);
    thief.close();
  });

  it("a session is recovered once only", async () => {
    const frames = await join();
    const session = await reply(frames);
    await lose(frames);
    const payload = JSON.stringify({ pid: session.pid });
    const first = await join(payload);
    assert.equal((await reply(first)).sid, session.sid);
    const second = await join(payload);
    assert.notEqual((await reply(second)).sid, session.sid, "two sockets never share an id");
    first.close();
    second.close();
  });
});
