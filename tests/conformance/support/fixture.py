"""Starts and stops the program under test, conformance-fixture. CONFAB_FIXTURE is its path."""

import os
import re
import selectors
import subprocess
import tempfile

START_SECONDS = 15
STOP_SECONDS = 15


class Fixture:
    """A running fixture. `limits` are passed on as --limit NAME=VALUE."""

    def __init__(self, profile, workers=1, **limits):
        program = os.environ.get("CONFAB_FIXTURE")
        if not program:
            raise RuntimeError("Set CONFAB_FIXTURE to the path of the program conformance-fixture.")
        arguments = [program, "--port", "0", "--profile", profile, "--workers", str(workers)]
        for name, value in limits.items():
            arguments += ["--limit", f"{name}={value}"]
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=self._errors)
        try:
            self.port = self._read_port()
        except Exception:
            self._process.kill()
            raise
        self.url = f"http://127.0.0.1:{self.port}"

    def _read_port(self):
        with selectors.DefaultSelector() as selector:
            selector.register(self._process.stdout, selectors.EVENT_READ)
            if not selector.select(START_SECONDS):
                raise TimeoutError("The fixture did not say that it listens.")
        line = self._process.stdout.readline().decode()
        match = re.fullmatch(r"listening (\d+)\n", line)
        if not match:
            raise RuntimeError(f"The fixture said {line!r} in place of 'listening PORT'. {self._tail()}")
        return int(match[1])

    def _tail(self):
        self._errors.seek(0)
        return self._errors.read().decode(errors="replace")[-8000:]

    def stop(self):
        """Ends the fixture. Fails if it had already ended, or does not end with exit code 0."""
        early = self._process.poll()
        self._process.terminate()
        try:
            status = self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        finally:
            self._process.stdout.close()
        if early is not None or status != 0:
            when = "" if early is None else " before it was told to"
            raise RuntimeError(f"The fixture ended with {status}{when}. {self._tail()}")
        self._errors.close()
