"""Well-behaved clients that must never notice an attack on the server they use."""

import threading
import time

from support import socketio
from support.engineio import PollingSession, WebSocketSession
from support.timing import scaled

#: The longest round trip a witness accepts, in seconds, scaled like every deadline.
LONGEST_ROUND_TRIP = 2.0

#: Messages in flight at once: more than one, so that a reordering shows.
_BURST = 3


class Dialect:
    """How a witness says number n in one of the fixture's profiles, and reads it back."""

    def __init__(self, profile):
        self._sends, self._gets = {"engineio": (None, None),
                                   "socketio": ("message", "message-back"),
                                   "features": ("echo", "echo")}[profile]

    def greet(self, session):
        """What has to happen once before numbers can be exchanged."""
        if self._sends is not None:
            socketio.connect(session)

    def packet(self, number):
        if self._sends is None:
            return f"4witness {number}"
        return socketio.event_packet(self._sends, "witness", number)

    def number(self, packet):
        """The number in an echo, or None for any other packet (the last argument may be a recovery offset)."""
        if self._sends is None:
            return int(packet.split(" ")[1])
        event = socketio.parse(packet)
        return event.arguments[1] if event is not None and event.name == self._gets else None


class Witness:
    """One client that exchanges numbered messages from start() to stop(), in a thread of its own.

    Any lost, repeated, reordered or late echo and any disconnection is kept as `failure`.
    """

    def __init__(self, fixture, open_session, source=None):
        self._dialect = Dialect(fixture.profile)
        self._session = open_session(fixture, source=source)
        self._dialect.greet(self._session)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"witness-{self._session.transport}", daemon=True)
        self._next = 0
        self.rounds = 0
        self.worst = 0.0
        self.failure = None

    def start(self):
        self._thread.start()

    def stop(self):
        """Ends after one more complete round trip and returns what went wrong, or None."""
        self._stop.set()
        self._thread.join(scaled(LONGEST_ROUND_TRIP) * 2 + 5)
        if self._thread.is_alive():
            self.failure = self.failure or "it hangs"
        self._session.close() if self.failure else self._session.leave()
        if self.failure is None and self.worst > scaled(LONGEST_ROUND_TRIP):
            self.failure = f"a round trip took {self.worst:.2f} s"
        return self.failure and f"the {self._session.transport} witness after {self.rounds} rounds: {self.failure}"

    def _run(self):
        try:
            while True:
                is_last_round = self._stop.wait(0.005)
                self._exchange()
                if is_last_round:
                    return
        except Exception as error:  # whatever it is, the test reports it
            self.failure = f"{type(error).__name__}: {error}"

    def _exchange(self):
        numbers = range(self._next, self._next + _BURST)
        self._next += _BURST
        started = time.monotonic()
        self._session.send(*[self._dialect.packet(number) for number in numbers])
        for expected in numbers:
            got = self._receive_number()
            if got != expected:
                raise AssertionError(f"expected echo {expected}, got {got}")
        self.worst = max(self.worst, time.monotonic() - started)
        self.rounds += 1

    def _receive_number(self):
        while True:
            number = self._dialect.number(self._session.receive(LONGEST_ROUND_TRIP))
            if number is not None:
                return number


class Witnesses:
    """One witness by WebSocket and one by polling."""

    def __init__(self, fixture, source=None):
        self._all = [Witness(fixture, open_session, source) for open_session in (WebSocketSession, PollingSession)]
        for witness in self._all:
            witness.start()

    def stop(self):
        """Stops both and returns what went wrong, one text each."""
        return [failure for failure in [witness.stop() for witness in self._all] if failure]

    @property
    def rounds(self):
        return min(witness.rounds for witness in self._all)
