// Broadcasts that ask every receiver for an answer. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients } from "./support/clients.mjs";
import { eventually, scaled } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";

for (const workers of [1, 2, 4]) {
  describe(`broadcast acknowledgements with ${workers} worker thread(s)`, { concurrency: true }, () => {
    let fixture;
    let clients;
    let sender;
    before(async () => {
      fixture = await Fixture.start({ profile: "features", workers });
      clients = new Clients(fixture);
      sender = await clients.connect();
    });
    after(async () => {
      clients.closeAll();
      await fixture.stop();
    });

    /** As many clients as there are answers, in a room of their own; null stands for one that never answers. */
    const room = async (name, answers, options) => {
      const sockets = await clients.connectMany(answers.length, "/", options);
      await Promise.all(
        sockets.map((socket, i) => {
          socket.on("question", (...args) => {
            if (answers[i] !== null) args.at(-1)(answers[i]);
          });
          return call(socket, "join", name);
        }),
      );
      return sockets;
    };
    const ask = (spec, ...args) => call(sender, "emit", { withAck: true, ...spec }, "question", ...args);
    const sorted = (outcome) => ({ ...outcome, responses: [...outcome.responses].sort() });

    it("bring the answers of all", async () => {
      await room("all", ["a", "b", "c", "d", "e"]);
      const outcome = await ask({ to: ["all"], timeout: scaled(8000) }, "who?");
      assert.deepEqual(sorted(outcome), { responses: ["a", "b", "c", "d", "e"], missing: 0, timedOut: false });
    });

    it("come from receivers on any transport", async () => {
      await room("transports", ["p", "q"], { transports: ["polling"] });
      await room("transports", ["u"], { transports: ["polling", "websocket"] });
      await room("transports", ["w"]);
      const outcome = await ask({ to: ["transports"], timeout: scaled(8000) });
      assert.deepEqual(sorted(outcome), { responses: ["p", "q", "u", "w"], missing: 0, timedOut: false });
    });

    it("bring the answers there are when the time is up", async () => {
      await room("some", ["a", null, "c", null]);
      const started = performance.now();
      const outcome = await ask({ to: ["some"], timeout: scaled(300) });
      assert.ok(performance.now() - started >= scaled(300) - 1, "not before");
      assert.deepEqual(sorted(outcome), { responses: ["a", "c"], missing: 2, timedOut: true });
    });

    it("bring none when nobody answers", async () => {
      await room("mute", [null, null]);
      assert.deepEqual(await ask({ to: ["mute"], timeout: scaled(100) }), { responses: [], missing: 2, timedOut: true });
    });

    it("are complete at once when nobody was asked", async () => {
      const started = performance.now();
      const outcome = await ask({ to: ["empty"], timeout: scaled(8000) });
      assert.deepEqual(outcome, { responses: [], missing: 0, timedOut: false });
      assert.ok(performance.now() - started < scaled(4000), "without waiting for the time to be up");
    });

    it("count the sender in or out, as the broadcast does", async () => {
      const [member] = await room("with sender", ["me", "you"]);
      const asMember = (spec) =>
        call(member, "emit", { withAck: true, timeout: scaled(8000), to: ["with sender"], ...spec }, "question");
      assert.deepEqual((await asMember({})).responses, ["you"]);
      assert.deepEqual(sorted(await asMember({ self: true })).responses, ["me", "you"]);
    });

    it("carry binary there and back", async () => {
      const sockets = await clients.connectMany(3);
      for (const socket of sockets) {
        await call(socket, "join", "binary");
        socket.on("question", (data, answer) => answer(Buffer.concat([data, data])));
      }
      const outcome = await ask({ to: ["binary"], timeout: scaled(8000) }, Buffer.from([1, 2]));
      assert.equal(outcome.responses.length, 3);
      for (const response of outcome.responses) assert.deepEqual(response, Buffer.from([1, 2, 1, 2]));
    });

    it("of several broadcasts at once are not mixed up", async () => {
      const sockets = await clients.connectMany(4);
      for (const socket of sockets) {
        await call(socket, "join", "busy");
        socket.on("question", (value, answer) => setTimeout(answer, (value * 7) % 20, value));
      }
      const outcomes = await Promise.all(
        Array.from({ length: 25 }, (_, value) => ask({ to: ["busy"], timeout: scaled(8000) }, value)),
      );
      outcomes.forEach((outcome, value) => {
        assert.deepEqual(outcome, { responses: [value, value, value, value], missing: 0, timedOut: false });
      });
    });

    it("ignore an answer after the time is up", async () => {
      const [slow] = await room("late", [null]);
      let answer;
      slow.on("question", (reply) => (answer = reply));
      assert.equal((await ask({ to: ["late"], timeout: scaled(50) })).timedOut, true);
      await eventually(() => answer, "the question");
      answer("too late");
      assert.equal(await call(slow, "echo", "unharmed"), "unharmed");
    });
  });
}
