// The reference of the engine benchmark: the behaviour of engine-bench-server on socket.io with its defaults.
//
//   node server.js --port N [--ping-interval-ms N] [--ping-timeout-ms N] [--workers 1]
//
// Port 0 picks a free port. Prints "listening PORT" when ready; SIGTERM ends it.
"use strict";

const { createServer } = require("node:http");
const { parseArgs } = require("node:util");
const { Server } = require("socket.io");

function number(name, text) {
  if (!/^\d{1,9}$/.test(text)) {
    console.error(`--${name}: "${text}" is not a whole number`);
    process.exit(2);
  }
  return Number(text);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      // Always one process: taken so that one command line can start either server.
      workers: { type: "string", default: "1" },
      "ping-interval-ms": { type: "string" },
      "ping-timeout-ms": { type: "string" },
    },
  });
  const engine = {};
  if (values["ping-interval-ms"] !== undefined)
    engine.pingInterval = number("ping-interval-ms", values["ping-interval-ms"]);
  if (values["ping-timeout-ms"] !== undefined)
    engine.pingTimeout = number("ping-timeout-ms", values["ping-timeout-ms"]);
  return { port: number("port", values.port), engine };
}

function start({ port, engine }) {
  const http = createServer();
  const io = new Server(http, engine);

  io.on("connection", (socket) => {
    socket.on("join", (room) => socket.join(room));
    socket.on("message", (message, ack) => {
      io.to(message.room).emit("message", message);
      if (typeof ack === "function") ack();
    });
  });

  http.listen(port, "127.0.0.1", () => console.log(`listening ${http.address().port}`));
  process.on("SIGTERM", () => process.exit(0));
}

start(readOptions());
