// Events, acknowledgements and attachments, packet by packet. Profile `socketio`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { CALM, Fixture } from "./support/fixture.mjs";
import { openSession } from "./support/frames.mjs";
import { PollingSession } from "./support/polling.mjs";

const PATH = "/socket.io/";

describe("Socket.IO events", { concurrency: true }, () => {
  let fixture;
  before(async () => {
    fixture = await Fixture.start({ profile: "socketio", limits: CALM });
  });
  after(() => fixture.stop());

  /** Runs `body` with a connection that has joined /. */
  const withSocket = async (body) => {
    const frames = await openSession(fixture, PATH);
    try {
      frames.send("40");
      assert.match(await frames.next(), /^40\{/);
      assert.equal(await frames.next(), '42["auth",{}]');
      await body(frames);
    } finally {
      frames.close();
    }
  };

  const argumentLists = [
    ["numbers, text and objects", '1,"2",{"3":[true]}'],
    ["null and nothing else", "null"],
    ["empty text, object and array", '"",{},[]'],
    ["integers up to the last exact one", "0,-1,9007199254740991,-9007199254740991"],
    ["fractions", "0.5,-2.25,1e-7,1.5e+300"],
    ["text beyond ASCII", '"Ä 漢 🦊 \u2028"'],
    ["characters that JSON escapes", '"\\"\\\\\\n\\u0001"'],
    ["text that looks like a packet", '"42[\\"x\\"]"'],
    ["objects of depth 20", `${'{"a":'.repeat(20)}1${"}".repeat(20)}`],
    ["keys that every object has", '{"constructor":1,"toString":2}'],
  ];
  for (const [what, list] of argumentLists) {
    it(`carry ${what} both ways unchanged`, () =>
      withSocket(async (frames) => {
        frames.send(`42["message",${list}]`);
        assert.equal(await frames.next(), `42["message-back",${list}]`);
      }));
  }

  it("need no argument", () =>
    withSocket(async (frames) => {
      frames.send('42["message"]');
      assert.equal(await frames.next(), '42["message-back"]');
    }));

  it("keep their order", () =>
    withSocket(async (frames) => {
      for (let i = 0; i < 500; i++) frames.send(`42["message",${i}]`);
      for (let i = 0; i < 500; i++) assert.equal(await frames.next(), `42["message-back",${i}]`);
    }));

  it("nobody listens to are ignored, even when their name is a number", () =>
    withSocket(async (frames) => {
      frames.send('42["unheard of",1]');
      frames.send("42[7,1]");
      frames.send('42["__proto__",1]');
      frames.send('42["message","on"]');
      assert.equal(await frames.next(), '42["message-back","on"]');
    }));

  describe("with an acknowledgement", { concurrency: true }, () => {
    for (const id of ["0", "456", "9007199254740991"]) {
      it(`are answered under the client's number ${id}`, () =>
        withSocket(async (frames) => {
          frames.send(`42${id}["message-with-ack",1,"2",{"3":[false]}]`);
          assert.equal(await frames.next(), `43${id}[1,"2",{"3":[false]}]`);
        }));
    }

    it("are answered with an empty list when there is nothing to say", () =>
      withSocket(async (frames) => {
        frames.send('421["message-with-ack"]');
        assert.equal(await frames.next(), "431[]");
      }));

    it("whose number is not one end the connection", () =>
      withSocket(async (frames) => {
        frames.send('42abc["message-with-ack",1]');
        await frames.end();
      }));

    it("that nobody awaits are ignored", () =>
      withSocket(async (frames) => {
        frames.send('4399["never asked"]');
        frames.send('42["message","on"]');
        assert.equal(await frames.next(), '42["message-back","on"]');
      }));
  });

  describe("with attachments", { concurrency: true }, () => {
    const place = (num) => `{"_placeholder":true,"num":${num}}`;
    const first = Buffer.from([1, 2, 3]);
    const second = Buffer.from([4, 5, 6]);

    it("carry them behind the packet, in order", () =>
      withSocket(async (frames) => {
        frames.send(`452-["message",${place(0)},${place(1)}]`);
        frames.send(first);
        frames.send(second);
        assert.equal(await frames.next(), `452-["message-back",${place(0)},${place(1)}]`);
        assert.deepEqual(await frames.next(), first);
        assert.deepEqual(await frames.next(), second);
      }));

    it("carry them in acknowledgements", () =>
      withSocket(async (frames) => {
        frames.send(`452-789["message-with-ack",${place(0)},{"in":[${place(1)}]}]`);
        frames.send(first);
        frames.send(second);
        assert.equal(await frames.next(), `462-789[${place(0)},{"in":[${place(1)}]}]`);
        assert.deepEqual(await frames.next(), first);
        assert.deepEqual(await frames.next(), second);
      }));

    it("number them anew in the order in which they appear", () =>
      withSocket(async (frames) => {
        frames.send(`452-["message",${place(1)},${place(0)}]`);
        frames.send(first);
        frames.send(second);
        assert.equal(await frames.next(), `452-["message-back",${place(0)},${place(1)}]`);
        assert.deepEqual(await frames.next(), second);
        assert.deepEqual(await frames.next(), first);
      }));

    it("may carry ten", () =>
      withSocket(async (frames) => {
        const places = Array.from({ length: 10 }, (_, i) => place(i)).join(",");
        frames.send(`4510-["message",[${places}]]`);
        for (let i = 0; i < 10; i++) frames.send(Buffer.alloc(i, i));
        assert.equal(await frames.next(), `4510-["message-back",[${places}]]`);
        for (let i = 0; i < 10; i++) assert.deepEqual(await frames.next(), Buffer.alloc(i, i));
      }));

    it("that announce none are complete at once and leave nothing behind", () =>
      withSocket(async (frames) => {
        frames.send('450-["message",1]');
        assert.equal(await frames.next(), '42["message-back",1]');
        frames.send('42["message",2]');
        assert.equal(await frames.next(), '42["message-back",2]');
      }));

    it("travel over long-polling as base64", async () => {
      const session = await PollingSession.open(fixture, PATH);
      await session.push("40");
      await session.packets(2);
      await session.push(`451-["message",${place(0)}]\x1ebAQID`);
      assert.deepEqual(await session.packets(2), [`451-["message-back",${place(0)}]`, "bAQID"]);
      session.release();
    });

    const broken = [
      ["more than ten", [`4511-["message",${place(0)}]`]],
      ["a number that is none", [`45x-["message",${place(0)}]`]],
      ["no number", [`45["message",${place(0)}]`]],
      ["text in place of an attachment", [`451-["message",${place(0)}]`, '42["message",1]']],
      ["a placeholder beyond the attachments", [`451-["message",${place(1)}]`, first]],
      ["a placeholder with a negative number", [`451-["message",${place(-1)}]`, first]],
      ["a placeholder with text for a number", ['451-["message",{"_placeholder":true,"num":"0"}]', first]],
      ["an attachment nobody announced", [first]],
      ["one attachment too many", [`451-["message",${place(0)}]`, first, second]],
    ];
    for (const [what, packets] of broken) {
      it(`end the connection for ${what}`, () =>
        withSocket(async (frames) => {
          for (const packet of packets) frames.send(packet);
          await frames.end();
        }));
    }
  });

  describe("that are no events end the connection:", { concurrency: true }, () => {
    const wrong = ["42{}", "42[]", "42[null]", '42[{"a":1}]', '42"message"', "42[", '42["message",]', "43{}"];
    for (const packet of wrong) {
      it(packet, () =>
        withSocket(async (frames) => {
          frames.send(packet);
          await frames.end();
        }),
      );
    }

    for (const name of ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]) {
      it(`the reserved name ${name}`, () =>
        withSocket(async (frames) => {
          frames.send(`42["${name}","x"]`);
          await frames.end();
        }));
    }
  });
});
