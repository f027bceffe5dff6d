"""Engine.IO v4 sessions over both transports, with one interface."""

import base64
import json
from collections import deque

from support.httpclient import Ended, HttpConnection
from support.timing import ANSWER, Deadline
from support.websocket import CLOSE, WebSocketConnection, close_payload

SEPARATOR = "\x1e"


def target(fixture, transport, sid=None):
    """The request target of a transport, for a new session or that of `sid`."""
    query = f"?EIO=4&transport={transport}"
    return fixture.path + query + (f"&sid={sid}" if sid is not None else "")


def handshake_of(packet):
    """The object in an open packet."""
    if not isinstance(packet, str) or packet[:1] != "0":
        raise AssertionError(f"expected an open packet, got {packet!r}")
    return json.loads(packet[1:])


class WebSocketSession:
    """A session that starts as a WebSocket."""

    transport = "websocket"

    def __init__(self, fixture, source=None, receive_buffer=None, address=None):
        self.connection = WebSocketConnection.open(address or fixture.address, target(fixture, "websocket"),
                                                   source=source, receive_buffer=receive_buffer)
        try:
            self.sid = handshake_of(self.connection.receive_message())["sid"]
        except BaseException:
            self.connection.close()
            raise

    def send(self, *packets):
        """Sends packets in order: str as text, bytes as binary."""
        for packet in packets:
            if isinstance(packet, bytes):
                self.connection.send_binary(packet)
            else:
                self.connection.send_text(packet)

    def attack(self, *packets):
        """Sends packets to a server that may close before it has read them all."""
        try:
            self.send(*packets)
        except Ended:
            pass

    def receive(self, seconds=ANSWER):
        """The next packet that is not a ping (those are answered): str, or bytes for binary."""
        while True:
            packet = self.connection.receive_message(seconds)
            if packet != "2":
                return packet
            self.send("3")

    def wait_until_closed(self, seconds=ANSWER):
        """Reads on without answering pings until the server ends the session; raises TimeoutError otherwise."""
        return self.connection.receive_closing(seconds)

    def leave(self):
        """Closes as a polite client does, as far as the server lets it."""
        try:
            self.connection.send_frame(CLOSE, close_payload(1000))
            self.connection.receive_closing()
        except (Ended, TimeoutError, OSError):
            pass
        self.close()

    def close(self):
        self.connection.close()


class PollingSession:
    """A session by long-polling, with one connection for GET and one for POST, both kept open."""

    transport = "polling"

    def __init__(self, fixture, source=None):
        self._fixture = fixture
        self.reader = HttpConnection(fixture.address, source=source)
        self.writer = HttpConnection(fixture.address, source=source)
        self._packets = deque()
        try:
            response = self.reader.request("GET", target(fixture, "polling"))
            if response.status != 200:
                raise AssertionError(f"the handshake was answered with {response.status} {response.body!r}")
            self.sid = handshake_of(response.text)["sid"]
        except BaseException:
            self.close()
            raise

    @property
    def target(self):
        return target(self._fixture, "polling", self.sid)

    def post(self, body, headers=(("Content-Type", "text/plain;charset=UTF-8"),)):
        """Posts a payload and returns the response."""
        return self.writer.request("POST", self.target, headers, body if isinstance(body, bytes) else body.encode())

    def poll(self, seconds=ANSWER):
        """One GET and its response."""
        return self.reader.request("GET", self.target, seconds=seconds)

    def send(self, *packets):
        """Sends packets in one payload; raises AssertionError unless the server answers ok."""
        response = self.post(SEPARATOR.join(_encoded(packet) for packet in packets))
        if (response.status, response.text) != (200, "ok"):
            raise AssertionError(f"a POST was answered with {response.status} {response.body!r}")

    def attack(self, *packets):
        """Sends packets, one payload each, to a server that may refuse them and close."""
        for packet in packets:
            try:
                self.post(_encoded(packet))
            except Ended:
                return

    def receive(self, seconds=ANSWER):
        """The next packet that is not a ping or noop (pings are answered): str, or bytes for binary."""
        deadline = Deadline(seconds)
        while True:
            while self._packets:
                packet = self._packets.popleft()
                if packet == "2":
                    self.send("3")
                elif packet == "1":
                    raise Ended("closed by the server")
                elif packet != "6":
                    return packet
            if deadline.has_passed:
                raise TimeoutError("no packet but pings")
            self._packets.extend(self._polled(seconds))

    def wait_until_closed(self, seconds=ANSWER):
        """Polls until the server no longer knows the session; raises TimeoutError otherwise. Pings go unanswered."""
        deadline = Deadline(seconds)
        while not deadline.has_passed:
            if self.is_unknown(seconds):
                return
        raise TimeoutError("the session is still open")

    def is_unknown(self, seconds=ANSWER):
        """Whether a GET on a connection of its own is answered 400, as for an unknown session."""
        connection = HttpConnection(self._fixture.address)
        try:
            return connection.request("GET", self.target, seconds=seconds).status == 400
        except Ended:
            return False
        finally:
            connection.close()

    def leave(self):
        """Closes the session as a polite client does, as far as the server lets it."""
        try:
            self.post("1")
        except (Ended, TimeoutError, OSError, AssertionError):
            pass
        self.close()

    def close(self):
        self.reader.close()
        self.writer.close()

    def _polled(self, seconds):
        response = self.poll(seconds)
        if response.status != 200:
            raise Ended(f"a GET was answered with {response.status} {response.body!r}")
        return [_decoded(packet) for packet in response.text.split(SEPARATOR)]


def _encoded(packet):
    return "b" + base64.b64encode(packet).decode("ascii") if isinstance(packet, bytes) else packet


def _decoded(packet):
    return base64.b64decode(packet[1:]) if packet.startswith("b") else packet
