"""A WebSocket client (RFC 6455) whose frames may break every rule."""

import base64
import hashlib
import os
import struct
from dataclasses import dataclass

from support.httpclient import HttpConnection, request_bytes
from support.stream import Ended
from support.timing import ANSWER, Deadline

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA

_GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def masked(payload, key):
    """`payload` XORed with the repeated four bytes `key`."""
    if not payload:
        return b""
    pad = (key * (len(payload) // 4 + 1))[:len(payload)]
    return (int.from_bytes(payload, "big") ^ int.from_bytes(pad, "big")).to_bytes(len(payload), "big")


def frame_head(opcode, length, fin=True, rsv=0, mask=True, length_bits=None):
    """The first bytes of a frame, up to the mask. `length_bits` (7, 16 or 64) forces a form of the length."""
    if length_bits is None:
        length_bits = 7 if length < 126 else 16 if length < 65536 else 64
    first = (0x80 if fin else 0) | rsv << 4 | opcode
    flag = 0x80 if mask else 0
    if length_bits == 7:
        return struct.pack("!BB", first, flag | length)
    if length_bits == 16:
        return struct.pack("!BBH", first, flag | 126, length)
    return struct.pack("!BBQ", first, flag | 127, length)


def frame_bytes(opcode, payload=b"", fin=True, rsv=0, mask=True, length_bits=None):
    """One frame."""
    head = frame_head(opcode, len(payload), fin, rsv, mask, length_bits)
    if not mask:
        return head + payload
    key = os.urandom(4)
    return head + key + masked(payload, key)


def close_payload(code, reason=b""):
    return struct.pack("!H", code) + reason


@dataclass(frozen=True)
class Frame:
    """A frame the server sent."""

    opcode: int
    payload: bytes
    fin: bool


@dataclass(frozen=True)
class Closing:
    """How the server ended a connection: `code` is None if it sent no close frame, or one without a code."""

    code: int | None
    reason: bytes


def upgrade_request(target, key=None, headers=()):
    """A correct handshake request, with extra `headers`."""
    key = key or base64.b64encode(os.urandom(16)).decode("ascii")
    return request_bytes("GET", target, (("Connection", "Upgrade"), ("Upgrade", "websocket"),
                                         ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", key), *headers))


class WebSocketConnection(HttpConnection):
    """A connection upgraded to WebSocket. `begin_handshake` then `complete_handshake`, or `open` for both."""

    _key = ""

    @classmethod
    def open(cls, address, target, headers=(), source=None, receive_buffer=None):
        connection = cls(address, source=source, receive_buffer=receive_buffer)
        try:
            connection.begin_handshake(target, headers)
            connection.complete_handshake()
        except BaseException:
            connection.close()
            raise
        return connection

    def begin_handshake(self, target, headers=()):
        self._key = base64.b64encode(os.urandom(16)).decode("ascii")
        self.send(upgrade_request(target, self._key, headers))

    def complete_handshake(self, seconds=ANSWER):
        """Reads the answer to the handshake; raises AssertionError unless it is a correct 101."""
        response = self.read_response(seconds)
        if response.status != 101:
            raise AssertionError(f"the handshake was answered with {response.status} {response.body!r}")
        expected = base64.b64encode(hashlib.sha1(self._key.encode() + _GUID).digest()).decode("ascii")
        if response.header("sec-websocket-accept") != expected:
            raise AssertionError(f"wrong Sec-WebSocket-Accept: {response.headers}")

    def send_frame(self, opcode, payload=b"", **options):
        self.send(frame_bytes(opcode, payload, **options))

    def send_text(self, text):
        self.send_frame(TEXT, text.encode("utf-8"))

    def send_binary(self, data):
        self.send_frame(BINARY, data)

    def receive_frame(self, seconds=ANSWER):
        """The next frame of any kind; raises Ended or TimeoutError. A masked frame is an error of the server."""
        deadline = Deadline(seconds)
        first, second = self.receive(2, deadline)
        if second & 0x80 or first & 0x70:
            raise AssertionError(f"the server sent a masked frame or reserved bits: {first:#x} {second:#x}")
        length = second & 0x7F
        if length == 126:
            length = int.from_bytes(self.receive(2, deadline), "big")
        elif length == 127:
            length = int.from_bytes(self.receive(8, deadline), "big")
        return Frame(first & 0x0F, self.receive(length, deadline), bool(first & 0x80))

    def receive_message(self, seconds=ANSWER):
        """The next whole message: str for text, bytes for binary. Pings are answered; a close raises Ended."""
        payload, opcode = b"", None
        while True:
            frame = self.receive_frame(seconds)
            if frame.opcode == CLOSE:
                raise Ended(f"closed by the server: {frame.payload!r}")
            if frame.opcode == PING:
                self.send_frame(PONG, frame.payload)
            if frame.opcode in (TEXT, BINARY, CONTINUATION):
                opcode = opcode or frame.opcode
                payload += frame.payload
                if frame.fin:
                    return payload.decode("utf-8") if opcode == TEXT else payload

    def receive_closing(self, seconds=ANSWER):
        """Reads on until the server has ended the connection and says how; raises TimeoutError if it does not."""
        deadline_for_all = Deadline(seconds)
        code, reason = None, b""
        try:
            while code is None:
                frame = self.receive_frame(seconds)
                if deadline_for_all.has_passed:
                    raise TimeoutError("the server keeps sending instead of closing")
                if frame.opcode == CLOSE:
                    code = int.from_bytes(frame.payload[:2], "big") if len(frame.payload) >= 2 else None
                    reason = frame.payload[2:]
                    self._answer_close(frame)
                    break
            self.receive_rest(Deadline(seconds))
        except Ended:
            pass
        return Closing(code, reason)

    def _answer_close(self, frame):
        try:
            self.send_frame(CLOSE, frame.payload)
        except Ended:
            pass
