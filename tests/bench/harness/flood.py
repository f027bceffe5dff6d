"""Many messages at once, and how the window bears them."""

import contextlib
import json
import re
import subprocess
import tempfile
import threading
import time
from pathlib import Path

SENDERS = 5
MESSAGES_PER_SECOND = 500
BURST_SECONDS = 0.1


def watch(programs: dict, environment: dict, seconds: int) -> dict:
    """The report of app-bench that looks at a room while messages come in, and how many came a second."""
    with contextlib.ExitStack() as ending:
        folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="confab-flood-")))
        server = subprocess.Popen(
            [programs["confabd"], "--data", folder / "server", "--listen", "127.0.0.1", "--port", "0",
             "--limit", "messagesPerSecond=0", "--limit", "connectsPerMinute=0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ending.callback(server.wait)
        ending.callback(server.terminate)
        port = re.search(r"port (\d+)", server.stdout.readline())[1]
        senders = [_start_sender(programs["confab-cli"], port, number, folder) for number in range(SENDERS)]
        for sender in senders:
            ending.callback(_end, sender)
        stop = threading.Event()
        writer = threading.Thread(target=_write, args=(senders, stop))
        writer.start()
        ending.callback(writer.join)
        ending.callback(stop.set)
        (folder / "window").mkdir()
        done = subprocess.run(
            [programs["app-bench"], "--data", folder / "window", "--join", f"127.0.0.1:{port}", "--watch",
             "--seconds", str(seconds)],
            env=environment, check=True, capture_output=True, text=True, timeout=120 + seconds)
        return json.loads(done.stdout) | {"wanted_messages_per_second": MESSAGES_PER_SECOND}


def _start_sender(cli: Path, port: str, number: int, folder: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [cli, "--name", f"Sender {number}", "join", f"127.0.0.1:{port}", "#General"],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True,
        env={"HOME": str(folder), "XDG_DATA_HOME": str(folder / f"sender-{number}")})


def _write(senders: list, stop: threading.Event) -> None:
    number = 0
    due = time.monotonic()
    with contextlib.suppress(BrokenPipeError):
        while not stop.is_set():
            for sender in senders:
                for _ in range(int(MESSAGES_PER_SECOND * BURST_SECONDS / SENDERS)):
                    number += 1
                    sender.stdin.write(f"message {number} of many that come at once\n")
                sender.stdin.flush()
            due += BURST_SECONDS
            time.sleep(max(0.0, due - time.monotonic()))


def _end(sender: subprocess.Popen) -> None:
    with contextlib.suppress(OSError):
        sender.stdin.close()
    sender.terminate()
    sender.wait()
