"""Deadlines, scaled for slow builds.

CONFAB_TEST_SLOWNESS (default 1) multiplies every deadline of these tests; use 10 for sanitizer builds. Limits given to
the server that an attack waits for are not scaled: the server's own clock decides those.
"""

import os
import time

SLOWNESS = float(os.environ.get("CONFAB_TEST_SLOWNESS", "1"))

#: How long a test waits for one answer it expects, in seconds.
ANSWER = 5.0


def scaled(seconds):
    """`seconds` as a deadline on this machine with this build."""
    return seconds * SLOWNESS


class Deadline:
    """A moment by which something must have happened."""

    def __init__(self, seconds):
        self._end = time.monotonic() + scaled(seconds)

    def remaining(self):
        """Seconds left, never less than a millisecond, so that it can be a socket timeout."""
        return max(self._end - time.monotonic(), 0.001)

    @property
    def has_passed(self):
        return time.monotonic() >= self._end


def wait_until(condition, seconds, description):
    """Polls `condition` until it is true; raises AssertionError with `description` after `seconds` (scaled).

    `description` is a text or a function giving one, called only on failure.
    """
    deadline = Deadline(seconds)
    while not condition():
        if deadline.has_passed:
            text = description() if callable(description) else description
            raise AssertionError(f"not within {scaled(seconds):g} s: {text}")
        time.sleep(0.01)
