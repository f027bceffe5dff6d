"""The two servers of the chat benchmark: confabd, and Node processes with Redis."""

import contextlib
import functools
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from . import placement
from .case import Case, Opponents
from .children import RunFailed, Server, options, running_process, running_server
from .comparison import Opponent
from .seededdata import SeededData

REFERENCE_WORKERS = 2
REDIS_SECONDS = 10
# No limit on how often somebody may do something: the load comes from one address.
UNLIMITED = ("messagesPerSecond", "reactionsPerSecond", "typingPerSecond", "joinsPerMinute", "roomsPerMinute",
             "searchesPerMinute", "othersPerSecond", "connectsPerMinute")
LIMITS = {name: 0 for name in UNLIMITED} | {"peoplePerAddress": 20000, "maxConnectionsPerAddress": 20000}


class ChatServers:
    """`folder` is where the servers' data goes: on a real disk, so that syncing costs what it costs."""

    def __init__(self, reference: list[str], ours: list[str], folder: Path, seeded: SeededData):
        self._reference = reference
        self._ours = ours
        self._folder = folder
        self._seeded = seeded
        self._place = placement.roomy()

    def opponents_of(self, case: Case) -> tuple[Opponent, ...]:
        if case.opponents is Opponents.OURS:
            start = functools.partial(self._start_seeded)
            return (Opponent("ours", start, self._place, self._seeded.load_arguments()),)
        return (Opponent("reference", self._start_reference, self._place, {"order": "any"}),
                Opponent("ours", self._start_ours, self._place, {"order": "strict"}))

    @contextlib.contextmanager
    def _start_reference(self, arguments: dict) -> Iterator[Server]:
        with self._scratch_folder() as folder, _running_redis(folder, self._place.server) as redis:
            words = self._reference + options({"workers": REFERENCE_WORKERS, "redis-port": redis.port} | arguments)
            with running_server(words, self._place.server) as node:
                yield Server(node.port, node.pids + redis.pids)

    @contextlib.contextmanager
    def _start_ours(self, arguments: dict) -> Iterator[Server]:
        with self._scratch_folder() as folder, self._running_ours(folder, arguments) as server:
            yield server

    @contextlib.contextmanager
    def _start_seeded(self, arguments: dict) -> Iterator[Server]:
        with self._running_ours(self._seeded.prepare(), arguments) as server:
            yield server

    def _running_ours(self, data: Path, arguments: dict):
        words = self._ours + options({"data": data, "listen": "127.0.0.1", "port": 0, "workers": 1} | arguments)
        words += [word for name, value in LIMITS.items() for word in ("--limit", f"{name}={value}")]
        return running_server(words, self._place.server)

    def _scratch_folder(self):
        self._folder.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(dir=self._folder, prefix="data-")


def redis_program() -> str | None:
    """Debian's redis-tools hold the server, too, under another name; which one it is goes by the name it is called by.

    So nobody needs the package that would start a Redis of its own with the system.
    """
    return shutil.which("redis-server") or shutil.which("redis-check-rdb")


@contextlib.contextmanager
def _running_redis(folder: str, cpus: frozenset[int]) -> Iterator[Server]:
    """A Redis which keeps what it is given as it usually does: appended to a file, which is synced once a second."""
    program = Path(folder, "redis-server")
    program.symlink_to(redis_program())
    port = _free_port()
    words = [str(program), "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--daemonize", "no",
             "--appendonly", "yes", "--appendfsync", "everysec", "--save", ""]
    with running_process(words, cpus) as process:
        _await_connection(port)
        yield Server(port, (process.pid,))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _await_connection(port: int) -> None:
    deadline = time.monotonic() + REDIS_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise RunFailed("Redis does not answer")
