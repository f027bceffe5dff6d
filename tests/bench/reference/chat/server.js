// The reference of the chat benchmark: a chat on socket.io as it is usually built to use several processors and to keep
// its messages. Workers of node:cluster behind one sticky balancer, broadcasts between them through Redis, and every
// message stored in Redis before it is acknowledged and broadcast.
//
//   node server.js --redis-port N [--port N] [--workers N]
//
// Port 0 picks a free port. Prints "listening PORT" when all workers are ready; SIGTERM ends it.
"use strict";

const cluster = require("node:cluster");
const { createServer } = require("node:http");
const { parseArgs } = require("node:util");
const { createAdapter } = require("@socket.io/redis-adapter");
const { setupMaster, setupWorker } = require("@socket.io/sticky");
const { createClient } = require("redis");
const { Server } = require("socket.io");
const { Chat } = require("./chat");

function number(name, text) {
  if (!/^\d{1,9}$/.test(text ?? "")) {
    console.error(`--${name} needs a whole number`);
    process.exit(2);
  }
  return Number(text);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      workers: { type: "string", default: "2" },
      "redis-port": { type: "string" },
    },
  });
  return {
    port: number("port", values.port),
    workers: number("workers", values.workers),
    redisPort: number("redis-port", values["redis-port"]),
  };
}

function startBalancer({ port, workers }) {
  // The balancer hands over buffers, which the default, JSON, does not carry.
  cluster.setupPrimary({ serialization: "advanced" });
  const http = createServer();
  setupMaster(http, { loadBalancingMethod: "least-connection" });
  let ready = 0;
  cluster.on("message", (worker, message) => {
    if (message === "ready" && ++ready === workers)
      http.listen(port, "127.0.0.1", () => console.log(`listening ${http.address().port}`));
  });
  cluster.on("exit", () => process.exit(1));
  for (let i = 0; i < workers; ++i) cluster.fork();
  process.on("SIGTERM", () => process.exit(0));
}

async function connectRedis(port) {
  const client = createClient({ socket: { host: "127.0.0.1", port } });
  client.on("error", (error) => {
    console.error(`redis: ${error.message}`);
    process.exit(1);
  });
  return client.connect();
}

async function startWorker({ redisPort }) {
  const [publisher, subscriber, store] = await Promise.all([1, 2, 3].map(() => connectRedis(redisPort)));
  const io = new Server(createServer());
  io.adapter(createAdapter(publisher, subscriber));
  setupWorker(io);
  const chat = new Chat(io, store);
  io.use((socket, next) => chat.admit(socket, next));
  io.on("connection", (socket) => chat.serve(socket));
  process.send("ready");
}

const options = readOptions();
if (cluster.isPrimary) startBalancer(options);
else startWorker(options);
