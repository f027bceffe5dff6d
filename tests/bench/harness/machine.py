"""What a result depends on beside the code: the machine, the versions, and what else the machine was doing."""

import datetime
import json
import os
import platform
import subprocess
import time
from pathlib import Path

# A run during which others took more than this share of the processors does not tell much.
DISTURBED = 0.05
REFERENCE_PACKAGES = ("socket.io", "engine.io", "ws", "@socket.io/redis-adapter", "@socket.io/sticky", "redis")
_TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def _output_of(*command: str, folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return done.stdout.strip()


def _cpu_model() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def _package_version(bench: Path, name: str) -> str:
    return json.loads((bench / "node_modules" / name / "package.json").read_text())["version"]


def description(bench: Path) -> dict:
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
        "revision": _output_of("git", "describe", "--always", "--dirty", folder=bench),
        "cpu": _cpu_model(),
        "processors": len(os.sched_getaffinity(0)),
        "kernel": platform.release(),
        "node": _output_of("node", "--version", folder=bench),
        **{name: _package_version(bench, name) for name in REFERENCE_PACKAGES},
        "qt": _output_of("qmake6", "-query", "QT_VERSION", folder=bench),
    }


def await_quiet(seconds: int) -> bool:
    """Waits, for `seconds` at most, for a second in which the processors have next to nothing to do."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        disturbance = Disturbance(server=())
        time.sleep(1)
        if disturbance.share() <= DISTURBED:
            return True
    return False


class Disturbance:
    """How much processor time others took while a run lasted, as a share of all processors.

    Only whole clock ticks are counted: a reading of up to one per cent means nothing.
    """

    def __init__(self, server: tuple[int, ...]):
        self._server = server
        self._total, self._others = self._ticks()

    def share(self) -> float:
        """Call when the load generator has ended and while the server still runs."""
        total, others = self._ticks()
        if total == self._total:
            return 0.0
        return max(0.0, others - self._others) / (total - self._total)

    def _ticks(self) -> tuple[float, float]:
        """Clock ticks of all processors so far: all of them, and those used by others than this program's children."""
        # proc_stat(5): user nice system idle iowait irq softirq steal
        fields = [int(field) for field in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
        busy = sum(fields) - fields[3] - fields[4]
        ended = os.times()
        own = (ended.children_user + ended.children_system) * _TICKS_PER_SECOND + self._server_ticks()
        return float(sum(fields)), busy - own

    def _server_ticks(self) -> float:
        ticks = 0.0
        for pid in self._server:
            # proc_pid_stat(5): utime and stime are the fields 14 and 15; the name in field 2 may hold blanks.
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += float(fields[11]) + float(fields[12])
        return ticks
