"""Starts confabd on a data folder and ends it as a test wishes."""

import os
import re
import select
import signal
import subprocess
import time

from support.timing import scaled

LIMITS = {
    "messagesPerSecond": 0, "roomsPerMinute": 0, "joinsPerMinute": 0, "connectsPerMinute": 0, "othersPerSecond": 0,
    "searchesPerMinute": 0, "typingPerSecond": 0,
    # The whole log of a room is read back, however long it is.
    "maxSyncGap": 10_000_000,
}


class Confabd:
    """One running confabd. `crash_point` such as `after-commit:17` makes it kill itself there."""

    def __init__(self, data, log, crash_point=None, power_cut=False, durability="full"):
        command = [os.environ["CONFABD"], "--data", str(data), "--listen", "127.0.0.1", "--port", "0"]
        for name, value in LIMITS.items():
            command += ["--limit", f"{name}={value}"]
        environment = dict(os.environ)
        if crash_point:
            environment["CONFAB_KILL_AT"] = crash_point
        if durability != "full":
            environment["CONFAB_TEST_DURABILITY"] = durability
        if power_cut:
            environment["LD_PRELOAD"] = os.environ["CONFAB_POWERCUT"]
            # The address sanitizer wants to be the first library, and is not that of what is loaded before it.
            options = [environment.get("ASAN_OPTIONS", ""), "verify_asan_link_order=0"]
            environment["ASAN_OPTIONS"] = ":".join(filter(None, options))
        self._log = open(log, "ab")
        started = time.monotonic()
        self._popen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self._log, env=environment)
        self.port = self._read_port()
        self.seconds_to_start = time.monotonic() - started

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_running(self):
        return self._popen.poll() is None

    def kill(self):
        self._popen.kill()
        self.wait()

    def stop(self):
        """Ends it properly; its exit code."""
        self._popen.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        try:
            return self._popen.wait(scaled(20))
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
            raise AssertionError("confabd did not end within 20 s") from None
        finally:
            self._popen.stdout.close()
            self._log.close()

    def _read_port(self):
        deadline = time.monotonic() + scaled(20)
        output = b""
        while True:
            match = re.search(rb"listening on \S+ port (\d+)", output)
            if match:
                return int(match.group(1))
            ready, _, _ = select.select([self._popen.stdout], [], [], max(0.0, deadline - time.monotonic()))
            part = os.read(self._popen.stdout.fileno(), 4096) if ready else b""
            if not part:
                self._popen.kill()
                code = self._popen.wait()
                raise AssertionError(f"confabd did not say that it listens; exit code {code}, output {output!r}")
            output += part
