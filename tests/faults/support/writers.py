"""Twenty people who write without pause, come back after every interruption and send again what was not acknowledged."""

import asyncio

import socketio

from support.ledger import Acknowledged
from support.timing import scaled


class Refused(Exception):
    """The server answered with an error."""

    def __init__(self, error):
        super().__init__(error.get("message"))
        self.code = error.get("code")


class Writer:
    """One person. `token` makes them the same person after a restart."""

    def __init__(self, name, ledger):
        self._base = name
        self._generation = 0
        self._ledger = ledger
        self._token = None
        self._count = 0
        self._unacked = []  # (nonce, room), oldest first
        self._client = None
        self._gone = None  # set when the connection is
        self.rooms = []
        self.refusals = []  # codes

    @property
    def name(self):
        return self._base if self._generation == 0 else f"{self._base} {self._generation}"

    async def connect(self, url):
        self._client = socketio.AsyncClient(reconnection=False)
        welcome = asyncio.get_running_loop().create_future()
        self._gone = asyncio.Event()
        self._client.on("disconnect", self._gone.set)
        self._client.on("welcome", lambda data: welcome.done() or welcome.set_result(data))
        refusal = []
        self._client.on("connect_error", lambda data=None: refusal.append(data))
        auth = {"name": self.name} | ({"token": self._token} if self._token else {})
        try:
            await self._client.connect(url, auth=auth, transports=["websocket"], wait_timeout=scaled(10))
            data = await asyncio.wait_for(welcome, scaled(10))
        except (socketio.exceptions.ConnectionError, asyncio.TimeoutError):
            # Killed between storing the name and telling the token: the name is taken, by nobody who knows it.
            if refusal and isinstance(refusal[-1], dict) and "name_taken" in str(refusal[-1]):
                self._generation += 1
            raise
        self._token = data.get("token", self._token)
        self.rooms = [room["id"] for room in data["rooms"]]

    async def call(self, event, fields):
        answer = await self._client.call(event, fields, timeout=scaled(10))
        if not answer.get("ok"):
            raise Refused(answer["error"])
        return answer

    async def join(self, room):
        if room not in self.rooms:
            await self.call("room:join", {"room": room})
            self.rooms.append(room)

    async def write(self, choose_room, in_flight=4):
        """Writes until the connection or the server goes."""
        gone = asyncio.ensure_future(self._gone.wait())
        waiting = {asyncio.ensure_future(self._send(nonce, room)) for nonce, room in self._unacked}
        try:
            while not gone.done():
                while len(waiting) < in_flight:
                    waiting.add(asyncio.ensure_future(self._send(*self._next_message(choose_room()))))
                done, _ = await asyncio.wait(waiting | {gone}, return_when=asyncio.FIRST_COMPLETED)
                waiting -= done
                for error in [task.exception() for task in done - {gone}]:
                    if error:
                        raise error
        finally:
            for task in waiting | {gone}:
                task.cancel()
            await asyncio.gather(*waiting, gone, return_exceptions=True)

    def _next_message(self, room):
        self._count += 1
        nonce = f"{self.name}/{self._count}"
        self._unacked.append((nonce, room))
        self._ledger.note_sent(nonce, room)
        return nonce, room

    async def _send(self, nonce, room):
        answer = await self.call("message:send", {"room": room, "nonce": nonce, "text": nonce})
        self._ledger.note_acked(nonce, Acknowledged(room, answer["id"], answer["seq"]))
        self._unacked.remove((nonce, room))

    async def close(self):
        if not self._client:
            return
        try:
            await asyncio.wait_for(self._client.disconnect(), scaled(2))
        except Exception:  # the connection may be broken in any way; what matters is that it is gone
            pass
        if self._client.eio.http:  # left open when the server went first
            await self._client.eio.http.close()
        self._client = None
