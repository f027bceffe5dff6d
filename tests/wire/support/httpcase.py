"""What the two files of HTTP attacks share."""

from support.case import WireTestCase
from support.timing import scaled

TEXT = (("Content-Type", "text/plain;charset=UTF-8"),)


class HttpCase(WireTestCase):
    """A server that waits 1.5 s for a head, 2.5 s for a body and 1.5 s for the next request."""

    profile = "engineio"
    limits = {"headTimeoutMs": 1500, "bodyTimeoutMs": 2500, "maxPayloadBytes": 100_000,
              "idleTimeoutMs": int(scaled(1500))}  # scaled, as the polling witness's connections idle in between

    def assert_refused(self, data, *statuses):
        """`data` on a connection of its own is answered with one of `statuses`, once, and the connection closed."""
        response, has_closed = self.final_response(data)
        self.assertIn(response.status, statuses)
        self.assertTrue(has_closed, "the server must send nothing more and close")
