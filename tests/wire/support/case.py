"""The frame every attack test runs in."""

import unittest

from support.engineio import PollingSession, WebSocketSession
from support.fixture import Fixture, heartbeat
from support.httpclient import HttpConnection, final_response
from support.process import SANITIZED, MIB, PeakMemory
from support.timing import wait_until
from support.websocket import WebSocketConnection
from support.witness import Witnesses


class WireTestCase(unittest.TestCase):
    """Each class has its own server; each test runs beside two witnesses and leaves no trace in the server.

    A subclass sets `profile` and, if needed, `limits`, `workers`, `descriptor_limit`, `witness_source` (the local
    address witnesses connect from) and `settle_seconds` (how long the server may take to be as before an attack).
    """

    profile = "engineio"
    limits = {}
    workers = 2
    descriptor_limit = None
    witness_source = None
    settle_seconds = 10

    @classmethod
    def setUpClass(cls):
        limits = {**heartbeat(20000, 20000), **cls.limits}
        cls.fixture = Fixture(cls.profile, limits, cls.workers, cls.descriptor_limit)
        cls._warm_up()

    @classmethod
    def tearDownClass(cls):
        exit_code = cls.fixture.stop()
        report = cls.fixture.sanitizer_report()
        if report:
            raise AssertionError(f"a sanitizer reported: {report}")
        if exit_code != 0:
            raise AssertionError(f"the server ended with {exit_code}: {cls.fixture.errors()[-2000:]}")

    @classmethod
    def _warm_up(cls):
        """Takes the server once through what any client does, so that one-time allocations are not a test's."""
        before = cls.fixture.process.descriptors()
        witnesses = Witnesses(cls.fixture, cls.witness_source)
        wait_until(lambda: witnesses.rounds >= 50, 10, "fifty rounds of warming up")
        failures = witnesses.stop()
        if failures:
            cls.fixture.stop()
            raise AssertionError("; ".join(failures))
        wait_until(lambda: cls.fixture.process.descriptors() <= before, 10, "the end of the warm-up's connections")

    def setUp(self):
        self._open = []
        self.witnesses = Witnesses(self.fixture, self.witness_source)
        wait_until(lambda: self.witnesses.rounds >= 2, 5, "the witnesses' first rounds")
        self.before = self.fixture.process.footprint()

    def tearDown(self):
        self.close_all()
        problems = []
        try:
            self.fixture.process.wait_until_settled(self.before, self.settle_seconds)
        except (AssertionError, OSError) as error:
            problems.append(str(error))
        problems += self.witnesses.stop()
        if not self.fixture.is_running():
            problems.append(f"the server is gone: {self.fixture.errors()[-2000:]}")
        problems.append(self.fixture.sanitizer_report())
        self.assertEqual([], [problem for problem in problems if problem])

    def websocket_session(self, **options):
        return self._keep(WebSocketSession(self.fixture, **options))

    def polling_session(self, **options):
        return self._keep(PollingSession(self.fixture, **options))

    def transports(self):
        """Pairs of a transport's name and the function that opens a session by it, for tests that attack both."""
        return (("websocket", self.websocket_session), ("polling", self.polling_session))

    def http(self, **options):
        return self._keep(HttpConnection(self.fixture.address, **options))

    def websocket(self, target, **options):
        return self._keep(WebSocketConnection.open(self.fixture.address, target, **options))

    def unconnected_websocket(self):
        """A TCP connection on which the test does the WebSocket handshake."""
        return self._keep(WebSocketConnection(self.fixture.address))

    def final_response(self, data, **options):
        return final_response(self.fixture.address, data, **options)

    def close_all(self):
        """Ends everything the test has opened: sessions politely, so that none waits for its heartbeat."""
        for connection in self._open:
            leave = getattr(connection, "leave", connection.close)
            leave()
        self._open.clear()

    def peak_memory(self):
        return PeakMemory(self.fixture.process)

    def assert_grew_at_most(self, peak, mebibytes):
        """Skipped for sanitizer builds, like every check of memory."""
        if not SANITIZED:
            self.assertLessEqual(peak.growth / MIB, mebibytes, "MiB of resident memory during the attack")

    def _keep(self, connection):
        self._open.append(connection)
        return connection
