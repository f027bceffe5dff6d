"""A server that says whatever a test wants, to see what that does to the program's window."""

import asyncio
import threading

import socketio
from aiohttp import web

ME = {"id": "uaaaaaaaaaaaaaaaa", "name": "Ann", "role": "member", "createdAt": 1795341600000}
OTHER = {"id": "ubbbbbbbbbbbbbbbb", "name": "Mallory", "role": "owner", "createdAt": 1795341600000}


def message(seq, text, **fields):
    return {
        "id": f"general-{seq}", "room": "general", "seq": seq, "at": 1795345200000 + seq, "by": OTHER["id"],
        "text": text, "reactions": [], "attachments": [], **fields,
    }


def room(**fields):
    return {
        "id": "general", "name": "General", "kind": "public", "topic": "", "members": 2, "seq": 1,
        "createdAt": 1795341600000, "role": "member", "read": 0, "unread": 0, "mentions": 0, **fields,
    }


def welcome(**fields):
    return {
        "user": ME, "token": "t" * 43, "users": [ME, OTHER], "rooms": [room()], "presence": [],
        "server": {"name": "Evil", "version": "6.6.6", "protocol": 1, "limits": {}, "features": []}, **fields,
    }


class EvilServer:
    """Serves on a free port of 127.0.0.1 until close(). `answers` has a function of the request for each event's name;
    requests to any other path than Socket.IO's are counted in `fetched`."""

    def __init__(self, greeting, answers=None):
        self.fetched = []
        self.asked = []
        self.greeted = 0
        self._greeting = greeting
        self._answers = answers or {}
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        if not self._ready.wait(10):
            raise AssertionError("the server did not start")

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def send(self, name, data):
        """Emits an event to everybody."""
        asyncio.run_coroutine_threadsafe(self._server.emit(name, data), self._loop).result(30)

    def close(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _run(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._start())
        self._ready.set()
        self._loop.run_forever()

    async def _start(self):
        self._server = socketio.AsyncServer(async_mode="aiohttp", max_http_buffer_size=100_000_000)
        application = web.Application()
        self._server.attach(application)
        application.router.add_route("*", "/{path:.*}", self._count)
        self._server.on("connect", self._greet)
        self._server.on("*", self._answer)
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]

    async def _count(self, request):
        self.fetched.append(request.path)
        return web.Response(status=404)

    async def _greet(self, sid, _environment, _auth):
        async def later():
            await self._server.emit("welcome", self._greeting, to=sid)
            self.greeted += 1

        asyncio.ensure_future(later())

    async def _answer(self, event, _sid, data=None):
        self.asked.append((event, data))
        answer = self._answers.get(event)
        return answer(data) if answer else {"ok": True, "messages": [], "hasBefore": False, "hasAfter": False}
