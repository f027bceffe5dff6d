"""Waiting for what has to come true."""

import os
import time

SLOWNESS = float(os.environ.get("CONFAB_TEST_SLOWNESS", "1"))


def wait_until(condition, what, seconds=20):
    """What `condition` returns, as soon as that is true; fails, naming `what` was waited for, when it takes too long."""
    limit = time.monotonic() + seconds * SLOWNESS
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > limit:
            raise AssertionError(f"waited in vain until {what}")
        time.sleep(0.03)
