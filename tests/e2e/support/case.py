"""What the tests of the window have in common."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from support.desktop import Desktop, end
from support.waiting import wait_until

SERVER_PROGRAM = os.environ.get("CONFAB_SERVER_PROGRAM", "")
PICTURES = os.environ.get("CONFAB_TEST_PICTURES")
QML_COMPLAINT = re.compile(r"^(qrc|file):.*\.qml:\d+")


class DesktopCase(unittest.TestCase):
    """Each test gets programs with data folders of their own on one desktop, which the tests of a file share."""

    desktop = None

    @classmethod
    def setUpClass(cls):
        if DesktopCase.desktop is None:
            DesktopCase.desktop = Desktop()
            unittest.addModuleCleanup(DesktopCase._close_desktop)

    @staticmethod
    def _close_desktop():
        DesktopCase.desktop.close()
        DesktopCase.desktop = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="confab-window-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self._programs = []

    def start(self, data, *arguments, **options):
        """Starts the program with the data folder of that name."""
        from support.program import Program  # needs the desktop's message bus

        program = Program(self.desktop, self.folder / data, *arguments, **options)
        self._programs.append((data, program))
        self.addCleanup(program.close)
        return program

    def serve(self, data="server", port=0, *flags):
        """Starts confabd."""
        server = Server(self.folder / data, port, *flags)
        self.addCleanup(server.close)
        return server

    def tearDown(self):
        complaints = [line for _, program in self._programs for line in program.log().splitlines()
                      if QML_COMPLAINT.match(line)]
        result = self._outcome.result
        if complaints or any(test is self for test, _ in result.failures + result.errors):
            self._show_what_happened()
        self.assertEqual([], complaints)

    def _show_what_happened(self):
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.desktop.screenshot(Path(PICTURES) / f"{self.id()}.png")
        for data, program in self._programs:
            print(f"--- what {data} said, and shows:\n{program.log()}")
            for control in program.tree():
                if control.name:
                    print(f"    {control!r}")


class Server:
    """A running confabd on 127.0.0.1."""

    def __init__(self, folder, port=0, *flags):
        self.folder = folder
        self._flags = flags
        self._start(port)

    @property
    def address(self):
        return f"127.0.0.1:{self.port}"

    def kill(self):
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def start_again(self):
        self._start(self.port)

    def close(self):
        end(self._process)
        self._process.stdout.close()

    def _start(self, port):
        with contextlib.suppress(AttributeError):
            self._process.stdout.close()
        self._process = subprocess.Popen(
            [SERVER_PROGRAM, "--data", str(self.folder), "--listen", "127.0.0.1", "--port", str(port), *self._flags],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        line = self._process.stdout.readline()
        self.port = int(re.search(r"port (\d+)", line)[1])


__all__ = ["DesktopCase", "Server", "wait_until"]
