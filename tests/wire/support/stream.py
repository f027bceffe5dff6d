"""A TCP connection with a read buffer: what the HTTP and WebSocket clients are built on."""

import socket
import struct

from support.timing import ANSWER, scaled


class Ended(Exception):
    """The other side closed or reset the connection."""


class Stream:
    """One connection. Every operation has a deadline; the caller owns it and calls close().

    `source` is the local address to connect from; `receive_buffer` limits the kernel's receive buffer in bytes.
    """

    def __init__(self, address, source=None, receive_buffer=None):
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._received = bytearray()
        try:
            if receive_buffer is not None:
                self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
            if source is not None:
                self._socket.bind((source, 0))
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.settimeout(scaled(ANSWER))
            self._socket.connect(address)
        except OSError:
            self._socket.close()
            raise

    def fileno(self):
        return self._socket.fileno()

    def send(self, data):
        """Sends everything; raises Ended if the other side has closed, TimeoutError if it does not read."""
        self._socket.settimeout(scaled(ANSWER))
        try:
            self._socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            raise Ended from None

    def send_as_far_as_accepted(self, data, seconds=ANSWER):
        """Sends until everything is sent, the other side closes, or it stops reading for `seconds`.

        Returns how many bytes the kernel took.
        """
        self._socket.settimeout(scaled(seconds))
        view = memoryview(data)
        sent = 0
        while sent < len(view):
            try:
                sent += self._socket.send(view[sent:sent + 65536])
            except (BrokenPipeError, ConnectionResetError, TimeoutError):
                break
        return sent

    def receive(self, size, deadline):
        """Exactly `size` bytes; raises Ended or TimeoutError."""
        while len(self._received) < size:
            self._fill(deadline)
        return self._take(size)

    def receive_until(self, end, deadline):
        """Everything up to and including the bytes `end`."""
        searched = 0
        while True:
            position = self._received.find(end, searched)
            if position >= 0:
                return self._take(position + len(end))
            searched = max(len(self._received) - len(end), 0)
            self._fill(deadline)

    def receive_rest(self, deadline):
        """Everything until the other side closes; raises TimeoutError if it does not."""
        try:
            while True:
                self._fill(deadline)
        except Ended:
            return self._take(len(self._received))

    def finish_sending(self):
        """Half-closes: the other side sees the end of our data."""
        self._socket.shutdown(socket.SHUT_WR)

    def reset(self):
        """Closes with a TCP reset."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()

    def close(self):
        self._socket.close()

    def _fill(self, deadline):
        self._socket.settimeout(deadline.remaining())
        try:
            part = self._socket.recv(262144)
        except ConnectionResetError:
            part = b""
        if not part:
            raise Ended
        self._received += part

    def _take(self, size):
        taken = bytes(self._received[:size])
        del self._received[:size]
        return taken
