// Opening an Engine.IO session, and what is refused. Profile `engineio`.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { FrameSocket, openSession } from "./support/frames.mjs";
import { Fixture } from "./support/fixture.mjs";
import { PollingSession, request } from "./support/polling.mjs";

const FIELDS = ["maxPayload", "pingInterval", "pingTimeout", "sid", "upgrades"];

describe("the Engine.IO handshake", { concurrency: true }, () => {
  let fixture;
  before(async () => {
    fixture = await Fixture.start({ profile: "engineio" });
  });
  after(() => fixture.stop());

  const get = (query, options) => request(`${fixture.http()}/engine.io/?${query}`, options);

  it("over polling announces the session and its settings, and nothing else", async () => {
    const response = await get("EIO=4&transport=polling");
    assert.equal(response.status, 200);
    assert.equal(response.body[0], "0");
    const handshake = JSON.parse(response.body.slice(1));
    assert.deepEqual(Object.keys(handshake).sort(), FIELDS);
    assert.deepEqual(
      { ...handshake, sid: "" },
      {
        sid: "",
        upgrades: ["websocket"],
        pingInterval: 300,
        pingTimeout: 200,
        maxPayload: 1000000,
      },
    );
  });

  it("over polling answers with plain text that no cache may keep", async () => {
    const { headers } = await get("EIO=4&transport=polling");
    assert.equal(headers["content-type"].toLowerCase(), "text/plain; charset=utf-8");
    assert.equal(headers["cache-control"], "no-store");
    assert.equal(headers["set-cookie"], undefined);
  });

  it("over WebSocket announces no further upgrade", async () => {
    const frames = await openSession(fixture);
    assert.deepEqual(Object.keys(frames.handshake).sort(), FIELDS);
    assert.deepEqual(
      { ...frames.handshake, sid: "" },
      {
        sid: "",
        upgrades: [],
        pingInterval: 300,
        pingTimeout: 200,
        maxPayload: 1000000,
      },
    );
    frames.close();
  });

  it("gives every session its own unguessable sid that fits in an address", async () => {
    const bodies = await Promise.all(Array.from({ length: 40 }, () => get("EIO=4&transport=polling")));
    const sids = bodies.map(({ body }) => JSON.parse(body.slice(1)).sid);
    assert.equal(new Set(sids).size, sids.length);
    for (const sid of sids) assert.match(sid, /^[A-Za-z0-9_-]{20,}$/);
  });

  it("works over IPv4 and over IPv6", async () => {
    for (const host of ["127.0.0.1", "[::1]"]) {
      const session = await PollingSession.open(fixture, "/engine.io/", { host });
      assert.equal((await session.push("4here")).body, "ok");
      assert.equal((await session.poll()).body, "4here");
      session.release();
      const frames = new FrameSocket(`${fixture.ws(host)}/engine.io/?EIO=4&transport=websocket`);
      assert.equal((await frames.next())[0], "0");
      frames.close();
    }
  });

  const refusals = [
    ["a missing protocol version", "GET", "transport=polling", 5],
    ["a protocol version that is not a number", "GET", "EIO=abc&transport=polling", 5],
    ["version 3 of the protocol", "GET", "EIO=3&transport=polling", 5],
    ["a missing transport", "GET", "EIO=4", 0],
    ["an unknown transport", "GET", "EIO=4&transport=abc", 0],
    ["a transport named like a property of every object", "GET", "EIO=4&transport=constructor", 0],
    ["a POST before there is a session", "POST", "EIO=4&transport=polling", 2],
    ["a PUT before there is a session", "PUT", "EIO=4&transport=polling", 2],
    ["a GET for an unknown session", "GET", "EIO=4&transport=polling&sid=unknown", 1],
    ["a POST for an unknown session", "POST", "EIO=4&transport=polling&sid=unknown", 1],
  ];
  for (const [what, method, query, code] of refusals) {
    it(`refuses ${what} with 400 and error code ${code}`, async () => {
      const response = await get(query, { method });
      assert.equal(response.status, 400);
      const error = JSON.parse(response.body);
      assert.equal(error.code, code);
      assert.equal(typeof error.message, "string");
      assert.match(response.headers["content-type"], /^application\/json/);
    });
  }

  it("names the reason of an unknown session in the exact words clients look for", async () => {
    const { body } = await get("EIO=4&transport=polling&sid=unknown");
    assert.equal(body, '{"code":1,"message":"Session ID unknown"}');
  });

  const refusedSockets = [
    ["a missing protocol version", "transport=websocket"],
    ["a protocol version that is not a number", "EIO=abc&transport=websocket"],
    ["a missing transport", "EIO=4"],
    ["an unknown transport", "EIO=4&transport=abc"],
  ];
  for (const [what, query] of refusedSockets) {
    it(`opens no session for a WebSocket with ${what}, and ends it`, async () => {
      const frames = new FrameSocket(`${fixture.ws()}/engine.io/?${query}`);
      const { refused } = await frames.end(2000);
      assert.ok(refused === undefined || refused === 400, `refused with ${refused}`);
      assert.ok(frames.isDrained, "nothing was sent");
    });
  }

  it("refuses a WebSocket for an unknown session before it is open, so that the client sees an error", async () => {
    const frames = new FrameSocket(`${fixture.ws()}/engine.io/?EIO=4&transport=websocket&sid=unknown`);
    assert.deepEqual(await frames.end(2000), { refused: 400 });
  });

  it("answers 404 for an address that is nobody's", async () => {
    assert.equal((await request(`${fixture.http()}/nowhere`)).status, 404);
  });

  it("lets a page of another origin use it", async () => {
    const headers = { origin: "http://page.example" };
    const response = await get("EIO=4&transport=polling", { headers });
    assert.equal(response.headers["access-control-allow-origin"], "*");
    const preflight = await get("EIO=4&transport=polling", {
      method: "OPTIONS",
      headers: { ...headers, "access-control-request-method": "POST", "access-control-request-headers": "x-own" },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers["access-control-allow-origin"], "*");
    assert.match(preflight.headers["access-control-allow-methods"], /POST/);
  });
});
