"""The threaded client of python-socketio against the server. Profile `features`."""

import queue
import unittest

import socketio

from support.fixture import Fixture

DEADLINE_SECONDS = 10


class ThreadedClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.fixture = Fixture("features")

    @classmethod
    def tearDownClass(cls):
        cls.fixture.stop()

    def connected(self, *transports, namespaces=("/",), auth=None, wait=DEADLINE_SECONDS):
        client = socketio.Client(reconnection_delay=0.05, reconnection_delay_max=0.2)
        self.addCleanup(client.disconnect)
        client.connect(
            self.fixture.url,
            transports=list(transports),
            namespaces=list(namespaces),
            auth=auth,
            wait_timeout=wait,
        )
        return client

    def test_talks_over_each_transport(self):
        for transports in (("polling",), ("websocket",), ("polling", "websocket")):
            with self.subTest(transports=transports):
                client = self.connected(*transports)
                self.assertEqual(client.transport(), transports[-1])
                self.assertEqual(client.call("whoami", timeout=DEADLINE_SECONDS)["id"], client.get_sid())
                echoes = queue.Queue()
                client.on("echo", lambda *arguments: echoes.put(arguments))
                client.emit("echo", ("text ü", {"nested": [1, None]}))
                self.assertEqual(echoes.get(timeout=DEADLINE_SECONDS)[:2], ("text ü", {"nested": [1, None]}))

    def test_answers_a_question_of_the_server(self):
        client = self.connected("websocket")
        client.on("question", lambda value: value + 1)
        asked = client.call("ask", (5000, "question", 41), timeout=DEADLINE_SECONDS)
        self.assertEqual(asked, {"ok": True, "answer": [42]})

    def test_joins_a_room_and_hears_its_broadcasts(self):
        sender, member = self.connected("websocket"), self.connected("polling")
        news = queue.Queue()
        member.on("news", lambda *arguments: news.put(arguments[0]))
        self.assertEqual(member.call("join", "threads", timeout=DEADLINE_SECONDS), "ok")
        self.assertEqual(sender.call("emit", ({"to": ["threads"]}, "news", "hello"), timeout=DEADLINE_SECONDS), "sent")
        self.assertEqual(news.get(timeout=DEADLINE_SECONDS), "hello")

    def test_is_let_into_a_namespace_by_its_token_only(self):
        self.connected("websocket", namespaces=("/auth",), auth={"token": "secret"})
        with self.assertRaises(socketio.exceptions.ConnectionError):
            self.connected("websocket", namespaces=("/auth",), auth={"token": "guess"}, wait=1)

    def test_reconnects_by_itself_after_its_connection_was_cut(self):
        client = self.connected("websocket")
        connections = queue.Queue()
        client.on("connect", lambda: connections.put(True))
        for number in range(3):
            client.emit("cut")
            connections.get(timeout=DEADLINE_SECONDS)
            self.assertEqual(client.call("echo", number, timeout=DEADLINE_SECONDS), number)


if __name__ == "__main__":
    unittest.main()
