"""Attacks 85, 86, 87, 89 and 90: too slow readers, too many connections, and addresses that are not true."""

import resource
import time
import unittest

from support import socketio
from support.case import WireTestCase
from support.engineio import target
from support.httpclient import HttpConnection, request_bytes
from support.socketio import event_packet
from support.stream import Ended
from support.timing import wait_until
from support.websocket import WebSocketConnection

KIB = 1024


def setUpModule():
    """A thousand connections need more descriptors than many systems give a process at first."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096) if hard != resource.RLIM_INFINITY else 4096, hard))


class SlowReaders(WireTestCase):
    """Attack 85. A reader more than maxOutgoingBytes behind is closed; nobody else waits for it."""

    profile = "features"
    limits = {"maxOutgoingBytes": 1024 * KIB, "maxPayloadBytes": 100_000, "maxRecoveryBytes": 1024 * KIB}

    def connected(self, session):
        socketio.connect(session)
        return session

    def flood_numbers_until_closed(self, session, name="flood"):
        """The numbers of the `flood` events that still arrive, and whether the server then ended the session."""
        numbers = []
        try:
            while True:
                event = socketio.parse(session.receive())
                if event is not None and event.name == name:
                    numbers.append(event.arguments[0])
        except Ended:
            return numbers, True
        except TimeoutError:
            return numbers, False

    def test_f85_a_websocket_that_does_not_read_is_closed(self):
        session = self.connected(self.websocket_session(receive_buffer=4096))
        with self.peak_memory() as peak:
            session.send(event_packet("flood", 3000, 10 * KIB))
            wait_until(lambda: self.fixture.process.descriptors() < self.before.descriptors + 1, 10,
                       "the slow reader's connection to be closed")
        self.assert_grew_at_most(peak, 6)
        numbers, has_closed = self.flood_numbers_until_closed(session)
        self.assertTrue(has_closed)
        self.assertEqual(list(range(len(numbers))), numbers, "what did arrive is in order and without gaps")
        self.assertLess(len(numbers), 3000)

    def test_f85_a_polling_client_that_does_not_poll_is_closed(self):
        session = self.connected(self.polling_session())
        with self.peak_memory() as peak:
            session.send(event_packet("flood", 3000, 10 * KIB))
            wait_until(session.is_unknown, 5, "the end of the session")
        self.assert_grew_at_most(peak, 6)

    def test_f85_twenty_slow_readers_hold_no_more_than_their_share(self):
        sessions = [self.connected(self.websocket_session(receive_buffer=4096)) for _ in range(20)]
        with self.peak_memory() as peak:
            for session in sessions:
                session.send(event_packet("flood", 500, 10 * KIB))
            wait_until(lambda: self.fixture.process.descriptors() < self.before.descriptors + 1, 20,
                       "the slow readers' connections to be closed")
        self.assert_grew_at_most(peak, 20 + 6)

    def test_f85_a_slow_reader_in_a_room_delays_nobody_else(self):
        slow = self.connected(self.websocket_session(receive_buffer=4096))
        fast = self.connected(self.websocket_session())
        sender = self.connected(self.websocket_session())
        for number, member in enumerate((slow, fast)):
            member.send(event_packet("join", "room", ack_id=number))
            self.assertEqual(["ok"], socketio.receive_ack(member, number))
        text = "x" * (50 * KIB)
        with self.peak_memory() as peak:
            for number in range(200):
                sender.send(event_packet("emit", {"to": ["room"]}, "news", number, text, ack_id=number))
                self.assertEqual(number, socketio.receive_event(fast, "news").arguments[0])
                self.assertEqual(["sent"], socketio.receive_ack(sender, number))
        self.assert_grew_at_most(peak, 6)
        numbers, has_closed = self.flood_numbers_until_closed(slow, "news")
        self.assertTrue(has_closed)
        self.assertEqual(list(range(len(numbers))), numbers)
        self.assertLess(len(numbers), 200)

    def test_f85_a_reader_within_the_limit_gets_everything_however_late(self):
        session = self.connected(self.websocket_session(receive_buffer=4096))
        session.send(event_packet("flood", 80, 10 * KIB))
        other = self.connected(self.websocket_session())
        other.send(event_packet("echo", "later"))
        self.assertEqual("later", socketio.receive_event(other, "echo").arguments[0])
        time.sleep(0.2)  # the attack itself: not reading for a while
        numbers = [socketio.receive_event(session, "flood").arguments[0] for _ in range(80)]
        self.assertEqual(list(range(80)), numbers)

    def test_f85_volatile_events_are_dropped_for_a_slow_reader_which_stays_connected(self):
        session = self.connected(self.websocket_session(receive_buffer=4096))
        with self.peak_memory() as peak:
            session.send(event_packet("volatile-flood", 3000, 10 * KIB))
            self.assertEqual(3000, socketio.receive_event(session, "flood-done").arguments[0])
        self.assert_grew_at_most(peak, 6)
        session.send(event_packet("echo", "still here"))
        self.assertEqual("still here", socketio.receive_event(session, "echo").arguments[0])


class ConnectionCase(WireTestCase):
    profile = "engineio"
    witness_source = "127.0.0.9"

    def connect(self, source=None, address=None, headers=()):
        """A connection that has asked for /healthz, and the status of the answer; None if closed without one."""
        connection = self._keep(HttpConnection(address or self.fixture.address, source=source))
        connection.send_as_far_as_accepted(request_bytes("GET", "/healthz", headers))
        try:
            return connection, connection.read_response().status
        except Ended:
            return connection, None

    def assert_refused(self, connection, status):
        """A connection over a cap is told 503, and closed."""
        self.assertEqual(503, status)
        self.assertTrue(connection.has_ended_after_response())

    def is_served(self, source=None):
        """Whether a new connection is served; it is closed again at once."""
        connection, status = self.connect(source)
        connection.close()
        return status == 200


class ConnectionsPerAddress(ConnectionCase):
    """Attacks 86 and 90."""

    limits = {"maxConnectionsPerAddress": 20}

    def fill(self, source="127.0.0.1"):
        """As many connections from `source` as one address may have, each of them served."""
        connections = []
        for _ in range(20):
            connection, status = self.connect(source)
            self.assertEqual(200, status)
            connections.append(connection)
        return connections

    def test_f86_a_connection_over_the_cap_of_its_address_is_answered_503(self):
        self.fill()
        for _ in range(200):
            self.assert_refused(*self.connect("127.0.0.1"))

    def test_f86_other_addresses_are_still_served(self):
        self.fill()
        self.assertEqual(200, self.connect("127.0.0.2")[1])
        self.assertEqual(200, self.connect(address=self.fixture.address_v6)[1])

    def test_f86_a_closed_connection_makes_room_for_another(self):
        connections = self.fill()
        self.assert_refused(*self.connect("127.0.0.1"))
        connections.pop().close()
        wait_until(lambda: self.is_served("127.0.0.1"), 5, "room for one more")

    def test_f86_a_reset_connection_makes_room_for_another(self):
        connections = self.fill()
        connections.pop().reset()
        wait_until(lambda: self.is_served("127.0.0.1"), 5, "room for one more")

    def test_f86_websockets_count_like_any_connection(self):
        sessions = [self.websocket_session(source="127.0.0.3") for _ in range(20)]
        self.assert_refused(*self.connect("127.0.0.3"))
        sessions.pop().leave()
        wait_until(lambda: self.is_served("127.0.0.3"), 5, "room for one more")

    def test_f86_ipv6_connections_are_capped_too(self):
        statuses = [self.connect(address=self.fixture.address_v6)[1] for _ in range(30)]
        self.assertEqual([200] * 20 + [503] * 10, statuses)

    def test_f90_a_forwarded_address_does_not_get_around_the_cap(self):
        self.fill()
        for name in ("X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP"):
            with self.subTest(name):
                self.assert_refused(*self.connect("127.0.0.1", headers=((name, "for=10.1.2.3"),)))

    def test_f90_a_forwarded_address_does_not_use_up_the_quota_of_another(self):
        forged = (("X-Forwarded-For", self.witness_source), ("Forwarded", f"for={self.witness_source}"))
        for _ in range(19):
            self.assertEqual(200, self.connect("127.0.0.4", headers=forged)[1])
        self.assertEqual(200, self.connect(self.witness_source)[1])


class ConnectionsInAll(ConnectionCase):
    """Attack 86: the cap on all connections together."""

    limits = {"maxConnections": 40}

    def test_f86_connections_over_the_cap_are_answered_503_whoever_asks(self):
        statuses = [self.connect(f"127.0.1.{number + 1}")[1] for number in range(60)]
        self.assertEqual({200, 503}, set(statuses))
        self.assertLessEqual(statuses.count(200), 40)
        self.assertGreaterEqual(statuses.count(200), 40 - 10, "the witnesses have a few of them")
        self.close_all()
        wait_until(self.is_served, 5, "room for one more")


class ConnectionRate(ConnectionCase):
    """Attacks 86 and 90: how fast one address may connect."""

    limits = {"connectsPerSecondPerAddress": 20, "connectBurstPerAddress": 20}

    def hurry(self, source, headers=()):
        """How many of 200 connections one after the other are served, per second of trying."""
        started = time.monotonic()
        served = [self.connect(source, headers=headers)[1] for _ in range(200)].count(200)
        return served, time.monotonic() - started

    def assert_limited(self, served, seconds):
        """Twenty at once, and then twenty a second."""
        self.assertGreaterEqual(served, 15)
        self.assertLessEqual(served, 21 + 20 * seconds)

    def test_f86_an_address_that_connects_too_fast_is_refused_and_later_served_again(self):
        self.assert_limited(*self.hurry("127.0.0.5"))
        self.assertEqual(200, self.connect("127.0.0.6")[1])
        wait_until(lambda: self.is_served("127.0.0.5"), 5, "the address to be served again")

    def test_f90_a_forwarded_address_does_not_get_around_the_rate(self):
        self.assert_limited(*self.hurry("127.0.0.7", (("X-Forwarded-For", "10.1.2.3"),)))


class ReconnectStorm(WireTestCase):
    """Attack 87."""

    profile = "engineio"

    def test_f87_a_thousand_clients_cut_off_at_once_are_all_back_within_seconds(self):
        for _ in range(3):
            connections = self.connect_at_once(1000)
            for number, connection in enumerate(connections):
                connection.send_text(f"4client {number}")
            for number, connection in enumerate(connections):
                self.assertEqual(f"4client {number}", connection.receive_message(10))
            for connection in connections:
                connection.reset()

    def connect_at_once(self, count):
        """`count` sessions by WebSocket, all begun before the first is finished."""
        connections = []
        for _ in range(count):
            connections.append(self._keep(WebSocketConnection(self.fixture.address)))
            connections[-1].begin_handshake(target(self.fixture, "websocket"))
        for connection in connections:
            connection.complete_handshake(10)
            self.assertTrue(connection.receive_message(10).startswith("0{"))
        return connections


class Descriptors(ConnectionCase):
    """Attack 89: the process has far fewer descriptors than clients want."""

    descriptor_limit = 128
    witness_source = None

    def processor_share(self):
        """Processor time used by the server in one second, in seconds."""
        before = self.fixture.process.processor_seconds()
        time.sleep(1)
        return self.fixture.process.processor_seconds() - before

    def test_f89_more_connections_than_descriptors_are_refused_without_spinning(self):
        usual = self.processor_share()
        statuses = [self.connect()[1] for _ in range(400)]
        self.assertEqual(set(), set(statuses) - {200, 503, None})
        self.assertGreater(statuses.count(200), 20, "some are served")
        self.assertGreater(len(statuses) - statuses.count(200), 200, "the others refused")
        self.assertLess(self.processor_share() - usual, 0.4, "seconds of processor time in a second of doing nothing")
        self.close_all()
        wait_until(self.is_served, 5, "new connections to be served")
        session = self.websocket_session()
        session.send("4after")
        self.assertEqual("4after", session.receive())

    def test_f89_more_websockets_than_descriptors_are_refused(self):
        sessions = []
        for _ in range(200):
            try:
                sessions.append(self.websocket_session())
            except (AssertionError, Ended):
                pass  # answered 503, or closed
        self.assertGreater(len(sessions), 20)
        self.assertLess(len(sessions), 128)
        for number, session in enumerate(sessions):
            session.send(f"4client {number}")
            self.assertEqual(f"4client {number}", session.receive())


if __name__ == "__main__":
    unittest.main()
