"""An HTTP/1.1 client that can also send what no client should."""

from dataclasses import dataclass

from support.stream import Ended, Stream
from support.timing import ANSWER, Deadline


def request_bytes(method, target, headers=(), body=b"", host="localhost"):
    """One request. A Content-Length is added for a body unless `headers` frame it; host=None leaves Host out."""
    lines = [f"{method} {target} HTTP/1.1"]
    if host is not None:
        lines.append(f"Host: {host}")
    lines += [f"{name}: {value}" for name, value in headers]
    framed = any(name.lower() in ("content-length", "transfer-encoding") for name, _ in headers)
    if body and not framed:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


@dataclass(frozen=True)
class HttpResponse:
    """One response; header names are in lower case, in the order received."""

    status: int
    headers: tuple
    body: bytes

    def header(self, name):
        """The value of header `name`, or None; several are joined with a comma."""
        values = [value for key, value in self.headers if key == name.lower()]
        return ", ".join(values) if values else None

    @property
    def text(self):
        return self.body.decode("utf-8")


class HttpConnection(Stream):
    """A connection that speaks HTTP. Responses are read by Content-Length or chunks, as a client must."""

    def request(self, method, target, headers=(), body=b"", seconds=ANSWER):
        """Sends one request and returns its response."""
        self.send(request_bytes(method, target, headers, body))
        return self.read_response(seconds)

    def read_response(self, seconds=ANSWER):
        """The next response; raises Ended if the connection ends before or within it."""
        deadline = Deadline(seconds)
        head = self.receive_until(b"\r\n\r\n", deadline).decode("latin-1")
        status_line, *lines = head[:-4].split("\r\n")
        version, status = status_line.split(" ")[:2]
        if version != "HTTP/1.1":
            raise AssertionError(f"not an HTTP/1.1 response: {status_line!r}")
        headers = tuple((name.strip().lower(), value.strip())
                        for name, _, value in (line.partition(":") for line in lines))
        return HttpResponse(int(status), headers, self._read_body(int(status), dict(headers), deadline))

    def has_ended_after_response(self, seconds=ANSWER):
        """Whether the server closes without sending anything more."""
        return self.receive_rest(Deadline(seconds)) == b""

    def _read_body(self, status, headers, deadline):
        if status in (101, 204, 304):
            return b""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            return self._read_chunks(deadline)
        if "content-length" in headers:
            return self.receive(int(headers["content-length"]), deadline)
        return self.receive_rest(deadline)

    def _read_chunks(self, deadline):
        body = b""
        while True:
            size = int(self.receive_until(b"\r\n", deadline), 16)
            body += self.receive(size, deadline)
            self.receive(2, deadline)
            if size == 0:
                return body


def final_response(address, data, seconds=ANSWER, source=None):
    """Sends `data` on its own connection and returns (first response, whether the server closed right after it).

    The server may answer and close before it has read everything. No response at all raises Ended.
    """
    connection = HttpConnection(address, source=source)
    try:
        connection.send_as_far_as_accepted(data, seconds)
        response = connection.read_response(seconds)
        try:
            return response, connection.has_ended_after_response(seconds)
        except TimeoutError:
            return response, False
    finally:
        connection.close()


__all__ = ["Ended", "HttpConnection", "HttpResponse", "final_response", "request_bytes"]
