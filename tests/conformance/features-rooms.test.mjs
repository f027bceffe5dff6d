// Who hears a broadcast: rooms and every operator, receivers on several threads and transports. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients } from "./support/clients.mjs";
import { eventually } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";
import { Inbox } from "./support/inbox.mjs";

for (const workers of [1, 2, 4]) {
  describe(`broadcasts with ${workers} worker thread(s)`, () => {
    let fixture;
    let clients;
    let number = 0;
    const people = {};

    // Ann is in red, Bob in red and blue, Cy in blue, Di in none; Sue, who sends, is in red.
    const rooms = { ann: ["red"], bob: ["red", "blue"], cy: ["blue"], di: [], sue: ["red"] };
    const transports = { bob: ["polling"], cy: ["polling", "websocket"] };

    before(async () => {
      fixture = await Fixture.start({ profile: "features", workers });
      clients = new Clients(fixture);
      for (const name of Object.keys(rooms)) {
        const socket = await clients.connect("/", { transports: transports[name] ?? ["websocket"] });
        people[name] = { socket, inbox: new Inbox(socket) };
        for (const room of rooms[name]) assert.equal(await call(socket, "join", room), "ok");
      }
    });
    after(async () => {
      clients.closeAll();
      await fixture.stop();
    });

    /** Lets Sue emit as `spec` says and returns who heard it, after a broadcast to all that closes the round. */
    const audience = async (spec) => {
      const names = Object.keys(people);
      const round = ++number;
      const { socket } = people.sue;
      assert.equal(await call(socket, "emit", spec, "news", round), "sent");
      assert.equal(await call(socket, "emit", { self: true }, "round over", round), "sent");
      await Promise.all(names.map((name) => people[name].inbox.untilValue("round over", round)));
      const heard = names.filter((name) => people[name].inbox.of("news").includes(round));
      for (const name of heard) {
        const times = people[name].inbox.of("news").filter((value) => value === round).length;
        assert.equal(times, 1, `${name} heard it ${times} times`);
      }
      return heard.sort().join(" ");
    };

    const cases = [
      ["of a socket reach everyone else", {}, "ann bob cy di"],
      ["of the namespace reach everyone", { self: true }, "ann bob cy di sue"],
      ["of a socket to a room reach the others in it", { to: ["red"] }, "ann bob"],
      ["of the namespace to a room reach all in it", { to: ["red"], self: true }, "ann bob sue"],
      ["with in() are as with to()", { in: ["blue"] }, "bob cy"],
      ["to two rooms reach each socket once", { to: ["red", "blue"], self: true }, "ann bob cy sue"],
      ["with to() and in() reach both rooms", { to: ["red"], in: ["blue"] }, "ann bob cy"],
      ["to a room nobody is in reach nobody", { to: ["green"], self: true }, ""],
      ["to a room that exists and one that does not reach the first", { to: ["green", "blue"] }, "bob cy"],
      ["except a room leave its members out", { except: ["red"] }, "cy di"],
      ["of the namespace except a room leave the sender out if in it", { except: ["red"], self: true }, "cy di"],
      ["except two rooms leave both out", { except: ["red", "blue"] }, "di"],
      ["to one room except another leave the common members out", { to: ["blue"], except: ["red"] }, "cy"],
      ["to two rooms except one of them reach the rest", { to: ["red", "blue"], except: ["red"], self: true }, "cy"],
      ["except a room nobody is in reach all", { except: ["green"] }, "ann bob cy di"],
      ["for this server alone reach all its sockets", { local: true }, "ann bob cy di"],
      ["for this server alone keep to the rooms", { local: true, to: ["blue"] }, "bob cy"],
    ];
    for (const [what, spec, expected] of cases) {
      it(what, async () => assert.equal(await audience(spec), expected));
    }

    it("that may be lost reach a receiver once it is idle, and nobody else", async () => {
      await eventually(async () => {
        const heard = await audience({ volatile: true, to: ["red"] });
        assert.ok(["", "ann", "bob", "ann bob"].includes(heard), heard);
        return heard === "ann bob";
      }, "both hear one");
    });

    it("to the room named like a socket's id reach that socket", async () => {
      const { id } = people.cy.socket;
      assert.equal(await audience({ to: [id] }), "cy");
      assert.equal(await audience({ except: [id] }), "ann bob di");
    });

    it("follow sockets in and out of rooms", async () => {
      const { socket } = people.di;
      await call(socket, "join", "red");
      assert.equal(await audience({ to: ["red"] }), "ann bob di");
      await call(socket, "join", "red");
      assert.equal(await audience({ to: ["red"] }), "ann bob di", "joining twice is joining once");
      await call(socket, "leave", "red");
      assert.equal(await audience({ to: ["red"] }), "ann bob");
      await call(socket, "leave", "red");
      assert.equal(await audience({ to: ["red"] }), "ann bob", "leaving twice is leaving once");
    });

    it("work for rooms of any name", async () => {
      const { socket } = people.di;
      for (const room of ["", "__proto__", "constructor", "räum 漢🦊", "a/b,c#d", "x".repeat(300)]) {
        await call(socket, "join", room);
        assert.equal(await audience({ to: [room] }), "di", `room ${room.slice(0, 20)}`);
        await call(socket, "leave", room);
        assert.equal(await audience({ to: [room] }), "", `room ${room.slice(0, 20)}`);
      }
    });

    it("carry binary to every receiver", async () => {
      const value = { data: Buffer.from([1, 2, 3]), more: [Buffer.alloc(0), "x"] };
      const heard = Promise.all(
        ["ann", "bob", "cy", "di"].map((name) => new Promise((resolve) => people[name].socket.once("file", resolve))),
      );
      await call(people.sue.socket, "emit", {}, "file", value);
      for (const got of await heard) assert.deepEqual(got, value);
    });

    it("arrive in the order in which one sender made them, at every receiver", async () => {
      for (let i = 0; i < 200; i++) people.sue.socket.emit("emit", i % 2 ? {} : { to: ["red", "blue"] }, "count", i);
      for (const name of ["ann", "bob", "cy"]) {
        assert.deepEqual(
          await people[name].inbox.until("count", 200),
          Array.from({ length: 200 }, (_, i) => i),
        );
      }
      assert.equal(await audience({}), "ann bob cy di");
      assert.deepEqual(
        people.di.inbox.of("count"),
        Array.from({ length: 100 }, (_, i) => 2 * i + 1),
      );
    });

    it("no longer reach who has left for good", async () => {
      const guest = await clients.connect();
      await call(guest, "join", "red");
      const inbox = new Inbox(guest);
      const { id } = guest;
      await call(people.sue.socket, "emit", { to: ["red"] }, "hello", 1);
      await inbox.untilValue("hello", 1);
      guest.disconnect();
      const members = await call(people.sue.socket, "fetch", "red");
      assert.ok(members.length >= 3);
      assert.equal(await audience({ to: ["red"] }), "ann bob");
      const later = await call(people.sue.socket, "fetch", "red");
      assert.ok(!later.some((member) => member.id === id));
    });
  });
}
