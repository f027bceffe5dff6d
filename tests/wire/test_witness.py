"""The witness itself: it must notice whatever an attack could do to a well-behaved client."""

import time
import unittest
from types import SimpleNamespace

from support.stream import Ended
from support.timing import scaled, wait_until
from support.witness import LONGEST_ROUND_TRIP, Witness


class EchoingSession:
    """A session without a server: it echoes through `misbehave`, which may change the list of packets in flight."""

    transport = "fake"

    def __init__(self, misbehave=lambda packets: None):
        self._misbehave = misbehave
        self._packets = []
        self.sent = 0

    def send(self, *packets):
        self._packets += packets
        self.sent += len(packets)
        if self.sent > 30:
            self._misbehave(self._packets)

    def receive(self, _seconds):
        if not self._packets:
            raise TimeoutError("timed out")
        return self._packets.pop(0)

    def close(self):
        pass

    leave = close


class WitnessNotices(unittest.TestCase):
    def verdict_on(self, misbehave):
        """What a witness says after a while with a session that misbehaves."""
        session = EchoingSession(misbehave)
        witness = Witness(SimpleNamespace(profile="engineio"), lambda fixture, source: session)
        witness.start()
        wait_until(lambda: session.sent > 60 or witness.failure, 5, "the witness to work")
        return witness.stop()

    def test_nothing_when_every_echo_comes_back(self):
        self.assertIsNone(self.verdict_on(lambda packets: None))

    def test_a_lost_echo(self):
        self.assertIn("expected echo", self.verdict_on(lambda packets: packets.pop(0)))

    def test_a_lost_last_echo(self):
        self.assertIn("timed out", self.verdict_on(lambda packets: packets.pop()))

    def test_two_echoes_in_the_wrong_order(self):
        self.assertIn("expected echo", self.verdict_on(lambda packets: packets.reverse()))

    def test_an_echo_that_comes_twice(self):
        self.assertIn("expected echo", self.verdict_on(lambda packets: packets.insert(0, packets[0])))

    def test_a_disconnection(self):
        def disconnect(_packets):
            raise Ended("closed by the server")
        self.assertIn("closed by the server", self.verdict_on(disconnect))

    def test_a_stall(self):
        stalls = []

        def stall_once(_packets):
            if not stalls:
                stalls.append(time.sleep(scaled(LONGEST_ROUND_TRIP) + 0.1))
        self.assertIn("a round trip took", self.verdict_on(stall_once))


if __name__ == "__main__":
    unittest.main()
