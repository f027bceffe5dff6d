// An Engine.IO session over plain HTTP requests, one request at a time and nothing hidden.

import http from "node:http";
import { within } from "./deadline.mjs";

/** One request; answers with { status, headers, body }. `signal` aborts it, which closes its connection. */
export function request(url, { method = "GET", headers = {}, body, agent, signal } = {}) {
  const answered = new Promise((resolve, reject) => {
    const outgoing = http.request(url, { method, headers, agent, signal }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
  return within(answered, `the answer to ${method} ${url}`);
}

export class PollingSession {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

  /** Opens a session under `path` ("/engine.io/" or "/socket.io/"). `query` is added to every request. */
  static async open(fixture, path = "/engine.io/", { host, query = "" } = {}) {
    const session = new PollingSession();
    session.base = `${fixture.http(host)}${path}?EIO=4&transport=polling${query}`;
    const response = await request(session.base, { agent: session.#agent });
    if (response.status !== 200) throw new Error(`No session: ${response.status} ${response.body}`);
    session.opening = response;
    session.handshake = JSON.parse(response.body.slice(1));
    session.sid = session.handshake.sid;
    session.url = `${session.base}&sid=${session.sid}`;
    return session;
  }

  poll(options = {}) {
    return request(this.url, { agent: this.#agent, ...options });
  }

  push(body, headers = { "content-type": "text/plain;charset=UTF-8" }) {
    return request(this.url, { method: "POST", agent: this.#agent, headers, body });
  }

  /** The packets of as many polls as it takes to hold `count` of them; pings are answered and left out. */
  async packets(count) {
    const packets = [];
    while (packets.length < count) {
      const { status, body } = await this.poll();
      if (status !== 200) throw new Error(`The poll got ${status} ${body}`);
      for (const packet of body.split("\x1e")) {
        if (packet === "2") await this.push("3");
        else packets.push(packet);
      }
    }
    return packets;
  }

  release() {
    this.#agent.destroy();
  }
}
