import { io } from "socket.io-client";

const bot = io(process.argv[2], { auth: { name: `time-bot-${process.pid}` } });
bot.on("connect_error", (error) => console.error(error.message));
bot.on("welcome", (welcome) => console.log("I am", welcome.user.name));
bot.on("room:event", ({ type, room, message }) => {
  if (type !== "message.posted" || message.text !== "!time") return;
  const answer = { room, nonce: crypto.randomUUID(), text: `It is ${new Date().toISOString()}`, replyTo: message.id };
  bot.emit("message:send", answer, (ack) => ack.ok || console.error(ack.error.message));
});
