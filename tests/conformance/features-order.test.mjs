// Events of one socket are handled one by one, and nothing is lost or overtaken in an upgrade. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients } from "./support/clients.mjs";
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

const numbers = (count) => Array.from({ length: count }, (_, i) => i);

describe("the events of one socket", { concurrency: true }, () => {
  for (const transports of [["polling"], ["websocket"]]) {
    it(`are handled in the order of arrival although a middleware delays some (${transports})`, async () => {
      const socket = await clients.connect("/", { transports });
      const inbox = new Inbox(socket);
      const tags = ["slow 1", "fast 2", "fast 3", "slow 4", "fast 5", "slow 6", "fast 7"];
      for (const tag of tags) socket.emit(tag.split(" ")[0], tag);
      assert.deepEqual(await inbox.until("ran", tags.length), tags);
    });

    it(`wait for a handler that holds them (${transports})`, async () => {
      const socket = await clients.connect("/", { transports });
      const inbox = new Inbox(socket);
      const started = performance.now();
      socket.emit("hold", 150, "held");
      socket.emit("fast", "behind");
      socket.emit("hold", 100, "held again");
      const answer = call(socket, "echo", "last");
      assert.equal(await answer, "last");
      assert.ok(performance.now() - started >= 249, "an acknowledgement waits its turn, too");
      assert.deepEqual(await inbox.until("ran", 3), ["held", "behind", "held again"]);
    });
  }

  it("do not wait for those of another socket", async () => {
    const [held, free] = await clients.connectMany(2);
    const inbox = new Inbox(held);
    held.emit("hold", 1500, "held");
    held.emit("fast", "behind");
    await Promise.all(numbers(20).map((i) => call(free, "echo", i)));
    assert.deepEqual(inbox.of("ran"), [], "the free socket was served meanwhile");
    assert.deepEqual(await inbox.until("ran", 2), ["held", "behind"]);
  });

  it("do not wait for an answer that the server awaits from the client", async () => {
    const socket = await clients.connect();
    let answer;
    socket.on("question", (reply) => (answer = reply));
    const asked = call(socket, "ask", 5000, "question");
    await eventually(() => answer, "the question");
    assert.equal(await call(socket, "echo", "meanwhile"), "meanwhile");
    answer("now");
    assert.deepEqual(await asked, { ok: true, answer: ["now"] });
  });

  it("that are held when the socket leaves do no harm", async () => {
    const socket = await clients.connect();
    for (let i = 0; i < 50; i++) socket.emit("hold", 20, i);
    await call(await clients.connect(), "echo", 1);
    socket.disconnect();
    const other = await clients.connect();
    assert.equal(await call(other, "echo", "alive"), "alive");
  });
});

describe("a stream of events during the upgrade to WebSocket", { concurrency: true }, () => {
  /** Streams both ways from the connection until after the upgrade and checks all; false if the upgrade came first. */
  const streamThroughUpgrade = async (pace) => {
    const friend = await clients.connect();
    const socket = clients.create("/", { transports: ["polling", "websocket"] });
    const inbox = new Inbox(socket);
    let count = 0;
    let countAtUpgrade;
    let wanted = Infinity;

    const connecting = nextEvent(socket, "connect");
    socket.connect();
    socket.io.engine.once("upgrade", () => (countAtUpgrade = count));
    await connecting;
    const { id } = socket;
    const stream = (async () => {
      while (count < wanted) {
        socket.emit("echo", count);
        friend.emit("emit", { to: [id] }, "tick", count++);
        if (count % 3 === 0) await pause(pace);
      }
    })();
    await eventually(() => countAtUpgrade !== undefined, "the upgrade");
    wanted = count + 60;
    await stream;

    assert.deepEqual(await inbox.until("tick", count), numbers(count), "to the client");
    assert.deepEqual(await inbox.until("echo", count), numbers(count), "to the server and back");
    friend.disconnect();
    socket.disconnect();
    return countAtUpgrade > 0;
  };

  for (let lane = 1; lane <= 6; lane++) {
    it(`arrives whole and in order, both ways (${lane})`, async () => {
      let streamed = 0;
      for (let attempt = 0; attempt < 300 && streamed < 3; attempt++) {
        if (await streamThroughUpgrade(lane % 3)) streamed++;
      }
      assert.equal(streamed, 3, "upgrades in the middle of a stream");
    });
  }
});
