"""What the kernel says about the server's process: memory, descriptors, processor time."""

import os
import threading
from dataclasses import dataclass

from support.timing import wait_until

#: Sanitizers keep freed memory in quarantine, so a sanitizer build cannot give memory back. CONFAB_SANITIZED=1 switches
#: every check of resident memory off and nothing else.
SANITIZED = os.environ.get("CONFAB_SANITIZED") == "1"

MIB = 1024 * 1024
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Footprint:
    """Resident memory in bytes and open descriptors at one moment."""

    resident: int
    descriptors: int

    @property
    def highest_settled_resident(self):
        """Resident memory allowed once an attack is over: 5 % or 4 MiB more, whichever is more."""
        return self.resident + max(self.resident // 20, 4 * MIB)


class ServerProcess:
    """Reads /proc/PID of a running server."""

    def __init__(self, pid):
        self.pid = pid

    def is_alive(self):
        try:
            return self._stat_fields()[0] not in ("Z", "X")
        except (FileNotFoundError, ProcessLookupError):
            return False

    def resident(self):
        """Resident memory in bytes."""
        with open(f"/proc/{self.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * _PAGE

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def processor_seconds(self):
        """Processor time used so far by all threads, user and system."""
        fields = self._stat_fields()
        return (int(fields[11]) + int(fields[12])) / _TICKS_PER_SECOND

    def footprint(self):
        return Footprint(self.resident(), self.descriptors())

    def wait_until_settled(self, before, seconds):
        """Waits until descriptors are as `before` and resident memory is back near it."""
        wait_until(lambda: self.descriptors() == before.descriptors, seconds,
                   lambda: f"{before.descriptors} descriptors as before, still {self.descriptors()}")
        if SANITIZED:
            return
        wait_until(lambda: self.resident() <= before.highest_settled_resident, seconds,
                   lambda: f"resident memory back to {before.resident / MIB:.1f} MiB (at most "
                           f"{before.highest_settled_resident / MIB:.1f}), still {self.resident() / MIB:.1f}")

    def _stat_fields(self):
        """The fields of /proc/PID/stat from the state on (the third field of proc(5))."""
        with open(f"/proc/{self.pid}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()


class PeakMemory:
    """Samples resident memory every 5 ms while used as a context; `growth` is the highest rise in bytes."""

    def __init__(self, process):
        self._process = process
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, name="peak-memory", daemon=True)
        self._first = 0
        self._highest = 0

    def __enter__(self):
        self._first = self._highest = self._process.resident()
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    @property
    def growth(self):
        return self._highest - self._first

    def _sample(self):
        while not self._stop.wait(0.005):
            try:
                self._highest = max(self._highest, self._process.resident())
            except (FileNotFoundError, ProcessLookupError):
                return
