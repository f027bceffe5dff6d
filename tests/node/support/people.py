"""People who chat, by the client library python-socketio."""

import queue
import uuid

import socketio

from support.server import scaled, wait_until


class Person:
    """Somebody connected to a server."""

    def __init__(self, server, name, **auth):
        self.name = name
        self.client = socketio.Client(reconnection=False)
        self.events = []  # of rooms, in order
        self.notices = queue.Queue()  # (name, arguments) of all other events
        self.client.on("room:event", self.events.append)
        self.client.on("*", lambda event, *arguments: self.notices.put((event, arguments)))
        self.client.on("disconnect", lambda *_: self.notices.put(("disconnect", ())))
        self._connect(server.url, {"name": name, **auth})
        self.welcome = self.wait_for("welcome")[0]
        self.token = self.welcome.get("token")

    def _connect(self, url, auth):
        # The library's own waiting would go on after a refusal until its time is up.
        refusals = queue.Queue()
        self.client.on("connect_error", lambda *data: refusals.put(data))
        self.client.connect(url, auth=auth, transports=["websocket"], wait=False)
        wait_until(lambda: self.client.namespaces or not refusals.empty(), "the server answers", 20)
        if not refusals.empty():
            self.client.disconnect()
            raise ConnectionError(refusals.get())

    def wait_for(self, event):
        """The arguments of the next event of that name; those before it are forgotten."""
        while True:
            name, arguments = self.notices.get(timeout=scaled(15))
            if name == event:
                return arguments

    def ask(self, event, request):
        return self.client.call(event, request, timeout=scaled(15))

    def say(self, text, room="general", nonce=None):
        answer = self.ask("message:send", {"room": room, "nonce": nonce or str(uuid.uuid4()), "text": text})
        if not answer["ok"]:
            raise AssertionError(answer["error"])
        return answer

    def wait_for_message(self, text):
        def found():
            return [event for event in list(self.events) if event.get("message", {}).get("text") == text]

        return wait_until(found, f"{self.name} sees {text!r}")[0]

    def texts(self, room="general"):
        """All messages there are, oldest first."""
        answer = self.ask("history:get", {"room": room, "limit": 200})
        texts = [message["text"] for message in answer["messages"]]
        while answer["hasBefore"]:
            before = answer["messages"][0]["seq"]
            answer = self.ask("history:get", {"room": room, "limit": 200, "before": before})
            texts = [message["text"] for message in answer["messages"]] + texts
        return texts

    def leave(self):
        self.client.disconnect()
