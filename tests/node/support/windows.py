"""Windows of a terminal in which a scripted session runs."""

import os
import re
import subprocess
import threading

from support.server import scaled, wait_until


def normalised(line):
    """Without what differs from run to run: times, addresses, ports and folders."""
    line = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", "TIME", line.rstrip("\n"))
    line = re.sub(r"\[\d\d:\d\d:\d\d\]", "[TIME]", line)
    line = re.sub(r"listening on \S+ port \d+", "listening on ADDRESS port N", line)
    line = re.sub(r"127\.0\.0\.1:\d+", "ADDRESS", line)
    line = re.sub(r"Confab \S+ keeps everything in \S+", "Confab VERSION keeps everything in FOLDER", line)
    return line


class Window:
    """Runs one command after the other; what has been printed is read in order, once."""

    def __init__(self, folder, environment):
        self._folder = folder
        self._environment = environment
        self._process = None
        self._lines = []
        self._reader = None

    def start(self, command):
        self.finish()
        self._process = subprocess.Popen(
            ["bash", "-c", f"exec 2>&1; {command}"],
            cwd=self._folder,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def _read(self, process):
        for line in process.stdout:
            self._lines.append(normalised(line))

    def type(self, line):
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def expect(self, line):
        """Waits for a line; those before it that nobody has waited for are forgotten."""
        wanted = normalised(line)
        try:
            wait_until(lambda: wanted in list(self._lines), f"{wanted!r} is printed")
        except AssertionError as error:
            raise AssertionError(f"{error} What was printed: {self._lines}") from None
        del self._lines[: self._lines.index(wanted) + 1]

    def finish(self):
        """Waits for the end of the command that runs."""
        if self._process:
            self._process.wait(scaled(20))
            self._reader.join()
            self._process.stdin.close()
            self._process.stdout.close()
            self._process = None

    def close(self):
        """Ends the command that runs."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, 9)
        self.finish()
