// Binary values in events and acknowledgements, in every place they can take. Profile `features`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { call, Clients } from "./support/clients.mjs";
import { nextEvent } from "./support/deadline.mjs";
import { Fixture } from "./support/fixture.mjs";

const bytes = (...values) => Buffer.from(values);
const values = [
  ["one value", bytes(1, 2, 3)],
  ["an empty value", Buffer.alloc(0)],
  ["every byte there is", Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
  ["a value in an object", { name: "file", data: bytes(4) }],
  ["values deep inside", { a: [{ b: { c: [bytes(5), "text", bytes(6)] } }], d: bytes(7) }],
  ["ten values", Array.from({ length: 10 }, (_, i) => Buffer.alloc(i + 1, i))],
  ["the same value twice", [bytes(8), bytes(8)]],
  ["a value of 300,000 bytes", Buffer.alloc(300_000, 9)],
  ["no binary at all", { text: "only" }],
];

let fixture;
let clients;
before(async () => {
  fixture = await Fixture.start({ profile: "features" });
  clients = new Clients(fixture);
});
after(async () => {
  clients.closeAll();
  await fixture.stop();
});

for (const transports of [["polling"], ["websocket"]]) {
  describe(`binary over ${transports[0]}`, { concurrency: true }, () => {
    for (const [what, value] of values) {
      it(`carries ${what} in an event and back`, async () => {
        const socket = await clients.connect("/", { transports });
        const back = nextEvent(socket, "echo");
        socket.emit("echo", "before", value, "after");
        assert.deepEqual((await back).slice(0, 3), ["before", value, "after"]);
      });

      it(`carries ${what} in an acknowledgement of the server`, async () => {
        const socket = await clients.connect("/", { transports });
        assert.deepEqual(await call(socket, "echo", value), value);
      });

      it(`carries ${what} in a question of the server and in the client's answer`, async () => {
        const socket = await clients.connect("/", { transports });
        socket.on("question", (got, answer) => answer(got, "and more"));
        const asked = await call(socket, "ask", 5000, "question", value);
        assert.deepEqual(asked, { ok: true, answer: [value, "and more"] });
      });
    }

    it("takes typed arrays and array buffers for bytes", async () => {
      const socket = await clients.connect("/", { transports });
      const typed = new Uint8Array([1, 2, 3]);
      assert.deepEqual(await call(socket, "echo", typed), Buffer.from(typed));
      assert.deepEqual(await call(socket, "echo", typed.buffer), Buffer.from(typed));
      assert.deepEqual(await call(socket, "echo", typed.subarray(1, 2)), bytes(2));
    });

    it("keeps messages with and without attachments in order", async () => {
      const socket = await clients.connect("/", { transports });
      const got = [];
      const done = new Promise((resolve) => {
        socket.on("echo", (i, data) => {
          got.push([i, Buffer.isBuffer(data)]);
          if (got.length === 100) resolve();
        });
      });
      for (let i = 0; i < 100; i++) socket.emit("echo", i, i % 3 === 0 ? Buffer.alloc(i) : i, true);
      await done;
      assert.deepEqual(
        got,
        Array.from({ length: 100 }, (_, i) => [i, i % 3 === 0]),
      );
    });
  });
}
