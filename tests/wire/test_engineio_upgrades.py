"""Attacks 33 and 34: upgrades that are broken off, doubled or raced. The session goes on, and so does the server."""

import unittest

from support.case import WireTestCase
from support.engineio import SEPARATOR, target
from support.httpclient import request_bytes
from support.stream import Ended
from support.timing import scaled

TEXT = (("Content-Type", "text/plain;charset=UTF-8"),)


class Upgrades(WireTestCase):
    profile = "engineio"
    limits = {"upgradeTimeoutMs": 1000}

    def assert_still_echoes(self, session, text="still here"):
        session.send("4" + text)
        self.assertEqual("4" + text, session.receive())

    def probing_websocket(self, session):
        """A WebSocket on `session` whose probe has been answered."""
        websocket = self.websocket(target(self.fixture, "websocket", session.sid))
        websocket.send_text("2probe")
        self.assertEqual("3probe", websocket.receive_message())
        return websocket

    def upgraded(self, session):
        """The WebSocket that has taken over `session`."""
        websocket = self.probing_websocket(session)
        response = session.poll()
        self.assertEqual((200, "6"), (response.status, response.text))
        websocket.send_text("5")
        websocket.send_text("4moved")
        self.assertEqual("4moved", websocket.receive_message())
        return websocket

    def test_e33_a_probe_that_is_never_finished_is_closed_and_polling_goes_on(self):
        session = self.polling_session()
        websocket = self.probing_websocket(session)
        websocket.receive_closing(1 + scaled(2))
        self.assert_still_echoes(session)

    def test_e33_a_websocket_that_never_probes_is_closed_and_polling_goes_on(self):
        session = self.polling_session()
        websocket = self.websocket(target(self.fixture, "websocket", session.sid))
        websocket.receive_closing(1 + scaled(2))
        self.assert_still_echoes(session)

    def test_e33_a_websocket_that_sends_something_else_than_a_probe_is_closed_and_polling_goes_on(self):
        for packet in ("4message", "2other", "1", "0{}", "", "abc"):
            with self.subTest(packet):
                session = self.polling_session()
                websocket = self.websocket(target(self.fixture, "websocket", session.sid))
                websocket.send_text(packet)
                websocket.receive_closing(1 + scaled(2))
                self.assert_still_echoes(session)

    def test_e33_an_upgrade_without_a_probe_leaves_the_session_usable_by_one_transport(self):
        session = self.polling_session()
        websocket = self.websocket(target(self.fixture, "websocket", session.sid))
        websocket.send_text("5")
        websocket.send_text("4here")
        try:
            self.assertEqual("4here", websocket.receive_message(1 + scaled(2)))
            self.assertEqual(400, session.poll().status)
        except Ended:
            self.assert_still_echoes(session)

    def test_e33_a_second_probe_on_the_same_websocket_harms_nothing(self):
        session = self.polling_session()
        websocket = self.probing_websocket(session)
        websocket.send_text("2probe")
        self.assertEqual("6", session.poll().text)
        self.assert_still_echoes(session)

    def test_e33_a_second_websocket_cannot_join_while_the_first_probes(self):
        session = self.polling_session()
        first = self.probing_websocket(session)
        second = self.unconnected_websocket()
        second.begin_handshake(target(self.fixture, "websocket", session.sid))
        try:
            second.complete_handshake()
            second.receive_closing(1)
        except (AssertionError, Ended):
            pass  # refused before the upgrade is as good
        self.assertEqual("6", session.poll().text)
        first.send_text("5")
        first.send_text("4moved")
        self.assertEqual("4moved", first.receive_message())

    def test_e33_a_second_websocket_on_an_upgraded_session_is_closed_and_the_first_goes_on(self):
        session = self.polling_session()
        first = self.upgraded(session)
        second = self.unconnected_websocket()
        second.begin_handshake(target(self.fixture, "websocket", session.sid))
        try:
            second.complete_handshake()
            second.receive_closing()
        except (AssertionError, Ended):
            pass
        first.send_text("4mine")
        self.assertEqual("4mine", first.receive_message())

    def test_e33_polling_an_upgraded_session_is_refused_and_the_websocket_goes_on(self):
        session = self.polling_session()
        websocket = self.upgraded(session)
        self.assertEqual(400, session.poll().status)
        self.assertEqual(400, session.post("4stray").status)
        websocket.send_text("4mine")
        self.assertEqual("4mine", websocket.receive_message())

    def test_e33_a_probe_abandoned_by_a_reset_leaves_polling_alone(self):
        session = self.polling_session()
        self.probing_websocket(session).reset()
        self.assert_still_echoes(session)
        self.upgraded(session)

    def test_e34_messages_posted_during_an_upgrade_are_neither_lost_nor_reordered(self):
        for _ in range(20):
            self.upgrade_while_posting()
            self.close_all()

    def test_e34_messages_waiting_for_a_poll_when_the_upgrade_ends_come_first_by_websocket(self):
        session = self.polling_session()
        websocket = self.probing_websocket(session)
        self.assertEqual("6", session.poll().text)
        session.send("4one", "4two", b"three")
        websocket.send_text("5")
        websocket.send_text("4four")
        self.assertEqual(["4one", "4two", b"three", "4four"], [websocket.receive_message() for _ in range(4)])

    def upgrade_while_posting(self):
        """Posts while the probe runs, with a poll always pending, then goes on by WebSocket; checks every echo."""
        session = self.polling_session()
        reader = session.reader
        session.send(*[f"4{number}" for number in range(5)])
        reader.send(request_bytes("GET", session.target))
        websocket = self.unconnected_websocket()
        websocket.begin_handshake(target(self.fixture, "websocket", session.sid))
        session.writer.send(request_bytes("POST", session.target, TEXT, _payload(range(5, 10))))
        websocket.complete_handshake()
        websocket.send_text("2probe")
        session.writer.send(request_bytes("POST", session.target, TEXT, _payload(range(10, 15))))
        self.assertEqual("3probe", websocket.receive_message())
        received = self.poll_until_paused(session)
        self.assertEqual(["ok", "ok"], [session.writer.read_response().text for _ in range(2)])
        websocket.send_text("5")
        for number in range(15, 20):
            websocket.send_text(f"4{number}")
        while len(received) < 20:
            received.append(websocket.receive_message())
        self.assertEqual([f"4{number}" for number in range(20)], received)

    def poll_until_paused(self, session):
        """Reads the pending poll, and further ones until the server's noop; returns the messages."""
        received = []
        while True:
            response = session.reader.read_response()
            self.assertEqual(200, response.status)
            packets = response.text.split(SEPARATOR)
            received += [packet for packet in packets if packet != "6"]
            if "6" in packets:
                return received
            session.reader.send(request_bytes("GET", session.target))


def _payload(numbers):
    return SEPARATOR.join(f"4{number}" for number in numbers).encode("ascii")


if __name__ == "__main__":
    unittest.main()
