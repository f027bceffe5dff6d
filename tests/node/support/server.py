"""Starts and stops confabd, whose path is in CONFAB_SERVER_PROGRAM, on a free port of 127.0.0.1."""

import os
import re
import signal
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

SLOWNESS = float(os.environ.get("CONFAB_TEST_SLOWNESS", "1"))
PROGRAM = os.environ["CONFAB_SERVER_PROGRAM"]
LISTENING = re.compile(r"listening on (\S+) port (\d+)")


def scaled(seconds):
    return seconds * SLOWNESS


def wait_until(condition, what, seconds=15):
    """Waits for a condition; its value is returned."""
    deadline = time.monotonic() + scaled(seconds)
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"It never came true that {what}.")
        time.sleep(0.01)


def clean_environment(**variables):
    """The environment without what people have set for their own servers."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("CONFAB_")}
    return inherited | variables


def run(*arguments, **variables):
    """Runs confabd to its end: exit code, standard output, standard error."""
    done = subprocess.run(
        [PROGRAM, *arguments],
        env=clean_environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=scaled(60),
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


class Server:
    """A running confabd. Without a folder it takes its usual one; `limits` are passed on as --limit NAME=VALUE."""

    def __init__(self, folder, *flags, environment=None, restore_signals=True, **limits):
        arguments = [PROGRAM, "--listen", "127.0.0.1", "--port", "0", *flags]
        if folder:
            arguments += ["--data", str(folder)]
        for name, value in limits.items():
            arguments += ["--limit", f"{name}={value}"]
        self._log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            arguments,
            env=clean_environment(**(environment or {})),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            restore_signals=restore_signals,
        )
        self._lines = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        try:
            self.port = wait_until(self._port, "confabd listens")
        except Exception:
            self.kill()
            raise
        self.url = f"http://127.0.0.1:{self.port}"

    def _read(self):
        for line in self.process.stdout:
            self._lines.append(line)

    def _port(self):
        found = [LISTENING.search(line) for line in list(self._lines)]
        if not found and self.process.poll() is not None:
            raise AssertionError(f"confabd ended with {self.process.returncode}: {self.log()}")
        return int(found[0][2]) if found and found[0] else None

    def output(self):
        return "".join(self._lines)

    def log(self):
        self._log.seek(0)
        return self._log.read().decode()

    def health(self):
        """HTTP status and body of /healthz."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=scaled(10)) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode()

    def send(self, number):
        self.process.send_signal(number)

    def wait(self, seconds=15):
        """The exit code; negative for a signal."""
        status = self.process.wait(scaled(seconds))
        self._reader.join()
        return status

    def stop(self):
        """Ends it in order. Fails when it does not end with 0."""
        self.send(signal.SIGTERM)
        status = self.wait()
        if status != 0:
            raise AssertionError(f"confabd ended with {status}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.wait()
        self.close()

    def close(self):
        self.process.stdout.close()
        self._log.close()
