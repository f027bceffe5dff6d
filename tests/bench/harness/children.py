"""Starts the servers and the load generator, and sees to it that they end."""

import contextlib
import ctypes
import json
import os
import resource
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

READY_SECONDS = 30
STOP_SECONDS = 10
_READY = re.compile(r"\blistening (?:on \S+ port )?(\d+)\n")
_PR_SET_PDEATHSIG = 1  # prctl(2): a signal for the child when its parent dies
_LIBC = ctypes.CDLL(None, use_errno=True)


class RunFailed(Exception):
    """A server or the load generator failed; the text says how."""


@dataclass(frozen=True)
class Server:
    port: int
    pids: tuple[int, ...]  # of all its processes


def _prepare_child(cpus: frozenset[int]):
    def prepare() -> None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        os.sched_setaffinity(0, cpus)
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    return prepare


def _stop(process: subprocess.Popen) -> None:
    """Asks the process to end, then ends it and everything it started."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _await_port(process: subprocess.Popen, output: Path) -> int:
    """The port from the line `listening PORT` or `listening on ADDRESS port PORT`."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        found = _READY.search(output.read_text())
        if found:
            return int(found[1])
        time.sleep(0.02)
    raise RunFailed("it did not say on which port it listens")


def _processes_of_group(group: int) -> tuple[int, ...]:
    """The process and all that it started, which stay in its group."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # proc_pid_stat(5): the process group is field 5; the name in field 2 may hold blanks.
            if int(file.read_text().rpartition(")")[2].split()[2]) == group:
                found.append(int(file.parent.name))
    return tuple(sorted(found))


def _last_words(errors: Path) -> str:
    lines = errors.read_text(errors="replace").strip().splitlines()
    return "; it wrote: " + " / ".join(lines[-5:]) if lines else ""


@contextlib.contextmanager
def running_process(words: list[str], cpus: frozenset[int], output=subprocess.DEVNULL,
                    errors=subprocess.DEVNULL) -> Iterator[subprocess.Popen]:
    """A program and all that it starts, ended on leaving the context."""
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
                               start_new_session=True, preexec_fn=_prepare_child(cpus))
    try:
        yield process
    finally:
        _stop(process)


@contextlib.contextmanager
def running_server(words: list[str], cpus: frozenset[int]) -> Iterator[Server]:
    """A fresh server, ended on leaving the context."""
    with tempfile.TemporaryDirectory() as folder:
        output, errors = Path(folder, "output"), Path(folder, "errors")
        with output.open("wb") as out, errors.open("wb") as err, running_process(words, cpus, out, err) as process:
            try:
                port = _await_port(process, output)
                yield Server(port, _processes_of_group(process.pid))
            except RunFailed as failure:
                code = process.poll()
                ended = "" if code is None else f"; the server ended with {code}"
                raise RunFailed(f"{failure}{ended}{_last_words(errors)}") from None


def run_load_generator(program: Path, server: Server, arguments: dict[str, int | str], cpus: frozenset[int],
                       deadline_seconds: int) -> dict:
    """One run of the load generator; its report."""
    words = [str(program), "--port", str(server.port)]
    words += [word for pid in server.pids for word in ("--pid", str(pid))]
    words += options(arguments | {"deadline-seconds": deadline_seconds})
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True, start_new_session=True, preexec_fn=_prepare_child(cpus))
    try:
        output, errors = process.communicate(timeout=deadline_seconds + STOP_SECONDS)
    except subprocess.TimeoutExpired:
        raise RunFailed("the load generator did not end") from None
    finally:
        _stop(process)
    try:
        report = json.loads(output)
    except ValueError:
        raise RunFailed(f"the load generator ended with {process.returncode}: {errors.strip()}") from None
    if process.returncode != 0 or "error" in report:
        raise RunFailed(report.get("error", "the load generator failed"))
    return report


def options(arguments: dict) -> list[str]:
    return [word for name, value in arguments.items() for word in (f"--{name}", str(value))]
