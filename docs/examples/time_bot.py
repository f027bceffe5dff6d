import datetime, os, sys, uuid
import socketio

bot = socketio.Client()
bot.on("welcome", lambda welcome: print("I am", welcome["user"]["name"], flush=True))

@bot.on("room:event")
def answer(event):
    if event["type"] == "message.posted" and event["message"]["text"] == "!time":
        text = f"It is {datetime.datetime.now(datetime.timezone.utc).isoformat()}"
        answer = {"room": event["room"], "nonce": str(uuid.uuid4()), "text": text, "replyTo": event["message"]["id"]}
        bot.emit("message:send", answer, callback=lambda ack: ack["ok"] or print(ack["error"]["message"]))

bot.connect(sys.argv[1], auth={"name": f"time-bot-{os.getpid()}"})
bot.wait()
