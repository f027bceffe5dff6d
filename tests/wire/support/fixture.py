"""Starts and stops the server under test."""

import os
import re
import select
import shutil
import signal
import subprocess
import tempfile

from support.process import ServerProcess
from support.timing import SLOWNESS, Deadline, scaled

_SANITIZER_REPORT = re.compile(r"Sanitizer|runtime error:|DEADLYSIGNAL")


class Fixture:
    """One running conformance-fixture on a free port of 127.0.0.1 and ::1.

    `limits` are passed as --limit NAME=VALUE. `descriptor_limit`, if given, is the process's RLIMIT_NOFILE.
    CONFAB_FIXTURE names the program.
    """

    def __init__(self, profile, limits=None, workers=None, descriptor_limit=None):
        self.profile = profile
        self.path = "/engine.io/" if profile.startswith("engineio") else "/socket.io/"
        command = self._command(profile, limits or {}, workers, descriptor_limit)
        self._errors = tempfile.TemporaryFile()
        self._last_errors = ""
        self._popen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self._errors)
        self.process = ServerProcess(self._popen.pid)
        try:
            self.port = self._read_port()
        except AssertionError:
            self._popen.kill()
            self._release()
            raise

    @property
    def address(self):
        return ("127.0.0.1", self.port)

    @property
    def address_v6(self):
        return ("::1", self.port)

    def is_running(self):
        return self._popen.poll() is None

    def stop(self):
        """Asks the server to end and waits for it; returns its exit code, raises AssertionError if it does not end."""
        self._popen.send_signal(signal.SIGTERM)
        try:
            return self._popen.wait(scaled(10))
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()
            raise AssertionError("the server did not end within 10 s of SIGTERM") from None
        finally:
            self._release()

    def errors(self):
        """What the server wrote to stderr so far, or in its life if it was stopped."""
        if not self._errors.closed:
            self._errors.seek(0)
            self._last_errors = self._errors.read().decode("utf-8", "replace")
        return self._last_errors

    def sanitizer_report(self):
        """The end of stderr if a sanitizer wrote there, else an empty text."""
        errors = self.errors()
        return errors[-4000:] if _SANITIZER_REPORT.search(errors) else ""

    def _release(self):
        self._popen.wait()
        self._popen.stdout.close()
        self.errors()
        self._errors.close()

    @staticmethod
    def _command(profile, limits, workers, descriptor_limit):
        program = os.environ.get("CONFAB_FIXTURE")
        if not program:
            raise AssertionError("CONFAB_FIXTURE must name the conformance-fixture program")
        command = [program, "--port", "0", "--profile", profile]
        if workers is not None:
            command += ["--workers", str(workers)]
        for name, value in limits.items():
            command += ["--limit", f"{name}={value}"]
        if shutil.which("setpriv"):  # so that the server does not outlive a test run that is killed
            command = ["setpriv", "--pdeathsig", "KILL", *command]
        if descriptor_limit is not None:
            command = ["/bin/sh", "-c", f'ulimit -n {descriptor_limit}; exec "$@"', "sh", *command]
        return command

    def _read_port(self):
        deadline = Deadline(10)
        output = b""
        while not output.endswith(b"\n"):
            ready, _, _ = select.select([self._popen.stdout], [], [], deadline.remaining())
            part = os.read(self._popen.stdout.fileno(), 4096) if ready else b""
            if not part:
                raise AssertionError(f"the server did not say that it listens; stdout {output!r}, "
                                     f"exit code {self._popen.poll()}, stderr: {self.errors()[-2000:]}")
            output += part
        match = re.fullmatch(rb"listening (\d+)\n", output)
        if not match:
            raise AssertionError(f"expected one line 'listening PORT', got {output!r}")
        return int(match.group(1))


def heartbeat(interval_ms, timeout_ms):
    """Heartbeat limits; the timeout is scaled, so that a slow build does not lose a well-behaved client."""
    return {"pingIntervalMs": interval_ms, "pingTimeoutMs": int(timeout_ms * SLOWNESS)}
