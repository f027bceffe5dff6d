"""The asyncio client of python-socketio against the server. Profile `features`."""

import asyncio
import unittest

import socketio

from support.fixture import Fixture

DEADLINE_SECONDS = 10
# A refused client waits this long before it says so.
REFUSAL_SECONDS = 1

fixture = None


def setUpModule():
    global fixture
    fixture = Fixture("features", workers=2, pingIntervalMs=400)


def tearDownModule():
    fixture.stop()


class Listener:
    """Collects the events of a client, in order."""

    def __init__(self, client, *events, namespace="/"):
        self.received = []
        self._news = asyncio.Event()
        for event in events:
            client.on(event, self._handler(event), namespace=namespace)

    def _handler(self, event):
        async def handle(*arguments):
            self.received.append((event, *arguments))
            self._news.set()

        return handle

    def of(self, event):
        return [arguments for name, *arguments in self.received if name == event]

    async def until(self, event, count):
        """Waits until `count` of that event are there, and returns their arguments."""

        async def enough():
            while len(self.of(event)) < count:
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(enough(), DEADLINE_SECONDS)
        return self.of(event)


class AsyncClientTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.clients = []

    async def asyncTearDown(self):
        for client in self.clients:
            await client.disconnect()

    def client(self, **options):
        client = socketio.AsyncClient(reconnection_delay=0.05, reconnection_delay_max=0.2, **options)
        self.clients.append(client)
        return client

    async def connected(self, transports=("websocket",), namespaces=("/",), auth=None):
        client = self.client()
        await self.connect(client, transports, namespaces, auth)
        return client

    @staticmethod
    async def connect(client, transports=("websocket",), namespaces=("/",), auth=None, wait=DEADLINE_SECONDS):
        await client.connect(
            fixture.url, transports=list(transports), namespaces=list(namespaces), auth=auth, wait_timeout=wait
        )

    async def test_connects_over_each_transport(self):
        ways = [(("polling",), "polling"), (("websocket",), "websocket"), (("polling", "websocket"), "websocket")]
        for transports, expected in ways:
            with self.subTest(transports=transports):
                client = await self.connected(transports)
                self.assertEqual(client.transport(), expected)
                me = await client.call("whoami", timeout=DEADLINE_SECONDS)
                self.assertEqual(me["transport"], expected)
                self.assertEqual(me["id"], client.get_sid())
                self.assertFalse(me["recovered"])

    async def test_events_travel_both_ways_and_keep_their_order(self):
        for transport in ("polling", "websocket"):
            with self.subTest(transport=transport):
                client = await self.connected((transport,))
                listener = Listener(client, "echo")
                # This client refuses more than 16 packets at once.
                for number in range(40):
                    await client.emit("echo", (number, "text ü 漢", {"nested": [None, True, 1.5]}))
                    if number % 8 == 7:
                        await listener.until("echo", number + 1)
                self.assertEqual([echo[:3] for echo in listener.of("echo")], [
                    [number, "text ü 漢", {"nested": [None, True, 1.5]}] for number in range(40)
                ])

    async def test_the_server_acknowledges(self):
        client = await self.connected()
        self.assertEqual(await client.call("echo", "one", timeout=DEADLINE_SECONDS), "one")
        self.assertEqual(tuple(await client.call("echo", (1, {"two": 2}), timeout=DEADLINE_SECONDS)), (1, {"two": 2}))

    async def test_the_client_acknowledges(self):
        client = await self.connected()
        client.on("question", lambda *arguments: ("answer", list(arguments)))
        asked = await client.call("ask", (5000, "question", "a", 1), timeout=DEADLINE_SECONDS)
        self.assertEqual(asked, {"ok": True, "answer": ["answer", ["a", 1]]})

    async def test_a_question_answered_too_late_times_out(self):
        client = await self.connected()
        answered = asyncio.Event()

        async def dawdle():
            await asyncio.sleep(0.3)
            answered.set()
            return "too late"

        client.on("question", dawdle)
        asked = await client.call("ask", (50, "question"), timeout=DEADLINE_SECONDS)
        self.assertEqual(asked, {"ok": False, "error": "timeout"})
        await asyncio.wait_for(answered.wait(), DEADLINE_SECONDS)
        self.assertEqual(await client.call("echo", "unharmed", timeout=DEADLINE_SECONDS), "unharmed")

    async def test_binary_travels_both_ways(self):
        nested = {"data": b"\x04", "list": [b"\x05", {"deep": b"\x06"}]}
        values = [b"\x01\x02\x03", b"", nested, bytes(range(256)) * 100]
        for transport in ("polling", "websocket"):
            client = await self.connected((transport,))
            listener = Listener(client, "echo")
            for count, value in enumerate(values, start=1):
                with self.subTest(transport=transport, number=count):
                    self.assertEqual(await client.call("echo", value, timeout=DEADLINE_SECONDS), value)
                    echoes = await listener.until("echo", count)
                    self.assertEqual(echoes[-1][0], value)

    async def test_binary_travels_in_the_answer_of_the_client(self):
        client = await self.connected()
        client.on("question", lambda data: {"back": data})
        asked = await client.call("ask", (5000, "question", b"\x07\x08"), timeout=DEADLINE_SECONDS)
        self.assertEqual(asked, {"ok": True, "answer": [{"back": b"\x07\x08"}]})

    async def test_several_namespaces_share_a_connection(self):
        client = self.client()
        anything = Listener(client, "any", namespace="/catchall")
        named = Listener(client, "namespace", namespace="/dynamic-7")
        await self.connect(client, namespaces=("/", "/catchall", "/dynamic-7", "/auth"), auth={"token": "secret"})
        self.assertEqual((await named.until("namespace", 1))[0][0], "/dynamic-7")
        await client.emit("hello", {"a": 1}, namespace="/catchall")
        self.assertEqual((await anything.until("any", 1))[0][:2], ["hello", [{"a": 1}]])
        self.assertEqual(await client.call("echo", "main", timeout=DEADLINE_SECONDS), "main")
        self.assertEqual(len({client.get_sid(name) for name in ("/", "/catchall", "/dynamic-7", "/auth")}), 4)

    async def test_a_refusal_is_reported_with_its_data(self):
        client = self.client()
        refusals = Listener(client, "connect_error", namespace="/auth")
        with self.assertRaises(socketio.exceptions.ConnectionError):
            await self.connect(client, namespaces=("/auth",), auth={"token": "guess"}, wait=REFUSAL_SECONDS)
        self.assertEqual((await refusals.until("connect_error", 1))[0][0], {
            "message": "bad token",
            "data": {"code": "bad_token"},
        })

    async def test_an_unknown_namespace_is_refused(self):
        with self.assertRaises(socketio.exceptions.ConnectionError):
            await self.connect(self.client(), namespaces=("/nowhere",), wait=REFUSAL_SECONDS)

    async def test_broadcasts_reach_rooms(self):
        sender = await self.connected()
        inside, outside = await self.connected(("polling",)), await self.connected()
        heard = [Listener(client, "news", "round over") for client in (inside, outside)]
        self.assertEqual(await inside.call("join", "python", timeout=DEADLINE_SECONDS), "ok")
        await sender.call("emit", ({"to": ["python"]}, "news", "inside", b"\x01"), timeout=DEADLINE_SECONDS)
        await sender.call("emit", ({}, "round over", 1), timeout=DEADLINE_SECONDS)
        for listener in heard:
            await listener.until("round over", 1)
        self.assertEqual([news[:2] for news in heard[0].of("news")], [["inside", b"\x01"]])
        self.assertEqual(heard[1].of("news"), [])

        self.assertEqual(await inside.call("leave", "python", timeout=DEADLINE_SECONDS), "ok")
        await sender.call("emit", ({"to": ["python"]}, "news", "again"), timeout=DEADLINE_SECONDS)
        await sender.call("emit", ({}, "round over", 2), timeout=DEADLINE_SECONDS)
        for listener in heard:
            await listener.until("round over", 2)
        self.assertEqual(len(heard[0].of("news")), 1)

    async def test_broadcasts_collect_answers(self):
        sender = await self.connected()
        for name in ("a", "b", "c"):
            client = await self.connected()
            client.on("question", lambda name=name: name)
            await client.call("join", "askers", timeout=DEADLINE_SECONDS)
        outcome = await sender.call(
            "emit", ({"to": ["askers"], "withAck": True, "timeout": 5000}, "question"), timeout=DEADLINE_SECONDS
        )
        self.assertEqual(sorted(outcome["responses"]), ["a", "b", "c"])
        self.assertEqual((outcome["missing"], outcome["timedOut"]), (0, False))

    async def test_reconnects_by_itself_after_its_connection_was_cut(self):
        for transport in ("polling", "websocket"):
            with self.subTest(transport=transport):
                client = self.client()
                lifeline = Listener(client, "connect", "disconnect")
                await self.connect(client, (transport,))
                for round_number in range(2, 5):
                    await client.emit("cut")
                    await lifeline.until("disconnect", round_number - 1)
                    await lifeline.until("connect", round_number)
                    self.assertEqual(await client.call("echo", round_number, timeout=DEADLINE_SECONDS), round_number)

    async def test_stays_away_after_the_server_has_disconnected_it(self):
        client = self.client()
        lifeline = Listener(client, "connect", "disconnect")
        await self.connect(client)
        await client.emit("disconnect-me", True)
        await lifeline.until("disconnect", 1)
        await asyncio.sleep(0.5)  # ten times the delay after which it would be back
        self.assertEqual(len(lifeline.of("connect")), 1)
        self.assertFalse(client.connected)

    async def test_outlives_many_heartbeats(self):
        clients = [await self.connected((transport,)) for transport in ("polling", "websocket")]
        lifelines = [Listener(client, "disconnect") for client in clients]
        await asyncio.sleep(2.6)
        for client, lifeline in zip(clients, lifelines):
            self.assertEqual(await client.call("echo", "alive", timeout=DEADLINE_SECONDS), "alive")
            self.assertEqual(lifeline.received, [])


if __name__ == "__main__":
    unittest.main()
