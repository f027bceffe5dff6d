"""Somebody else in the chat, without a window: a script that talks."""

import queue
import uuid

import socketio

SECONDS = 20


class Neighbour:
    def __init__(self, address, name):
        self.client = socketio.Client(reconnection=False)
        welcomes = queue.Queue()
        self.client.on("welcome", welcomes.put)
        self.client.connect(f"http://{address}", auth={"name": name}, transports=["websocket"], wait_timeout=SECONDS)
        self.welcome = welcomes.get(timeout=SECONDS)
        self.id = self.welcome["user"]["id"]

    def ask(self, event, **request):
        answer = self.client.call(event, request, timeout=SECONDS)
        if not answer["ok"]:
            raise AssertionError(f"{event}: {answer['error']}")
        return answer

    def say(self, text, room="general", **more):
        """The id of what was said."""
        return self.ask("message:send", room=room, nonce=str(uuid.uuid4()), text=text, **more)["id"]

    def react(self, message, emoji, room="general"):
        self.ask("reaction:add", room=room, id=message, emoji=emoji)

    def type(self, room="general"):
        self.client.emit("typing", {"room": room, "on": True})

    def close(self):
        self.client.disconnect()
