"""How long a program with a window takes until something can be seen in it, and what it occupies then."""

import contextlib
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from Xlib import X, display, error

SECONDS_TO_START = 30
SECONDS_TO_SETTLE = 4
SMALLEST_SIDE = 200  # pixels; splash screens and tool tips are smaller


@dataclass(frozen=True)
class Start:
    seconds: float  # from the call of exec until the window shows more than one colour
    resident_bytes: int  # of all its processes together, some seconds later


@contextlib.contextmanager
def private_display():
    """An X server and a message bus of their own; what a program needs to know of them is the environment given."""
    with contextlib.ExitStack() as ending:
        home = ending.enter_context(tempfile.TemporaryDirectory(prefix="confab-bench-"))
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        runtime = Path(home, "runtime")
        runtime.mkdir(mode=0o700)
        environment.update(HOME=home, XDG_RUNTIME_DIR=str(runtime), LC_ALL="C.UTF-8", QT_QUICK_BACKEND="software",
                           QT_QPA_PLATFORM="xcb", LIBGL_ALWAYS_SOFTWARE="1")
        environment["DISPLAY"] = ":" + _start(
            ending, environment, lambda pipe: ["Xvfb", "-displayfd", str(pipe), "-screen", "0", "1280x900x24",
                                               "-nolisten", "tcp", "-noreset"])
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start(
            ending, environment, lambda pipe: ["dbus-daemon", "--session", "--nofork", f"--print-address={pipe}"])
        yield environment


def _start(ending: contextlib.ExitStack, environment: dict, command) -> str:
    """Starts a program that tells by a pipe how it is reached."""
    reader, writer = os.pipe()
    process = subprocess.Popen(command(writer), pass_fds=[writer], env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    os.close(writer)
    ending.callback(process.wait)
    ending.callback(process.terminate)
    with os.fdopen(reader) as told:
        return told.readline().strip()


def measure(command: list[str], environment: dict) -> Start:
    """Starts the program once and ends it."""
    screen = display.Display(environment["DISPLAY"])
    root = screen.screen().root
    root.change_attributes(event_mask=X.SubstructureNotifyMask)
    screen.sync()
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        _await_picture(screen, process, began + SECONDS_TO_START)
        seconds = time.monotonic() - began
        time.sleep(SECONDS_TO_SETTLE)
        return Start(seconds, _resident_bytes(process.pid))
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 15)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        screen.close()


def _await_picture(screen, process, deadline: float) -> None:
    mapped = []
    while not any(_shows_something(window) for window in mapped):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode} before it had a window")
        if time.monotonic() > deadline:
            raise RuntimeError(f"{process.args[0]} had no window in {SECONDS_TO_START} seconds")
        while screen.pending_events():
            event = screen.next_event()
            if event.type == X.MapNotify:
                mapped.append(event.window)
        time.sleep(0.002)


def _shows_something(window) -> bool:
    try:
        shape = window.get_geometry()
        if min(shape.width, shape.height) < SMALLEST_SIDE:
            return False
        row = window.get_image(0, shape.height // 3, shape.width, 1, X.ZPixmap, 0xFFFFFFFF).data
        column = window.get_image(shape.width // 3, 0, 1, shape.height, X.ZPixmap, 0xFFFFFFFF).data
    except (error.BadDrawable, error.BadMatch, error.BadWindow):
        return False
    pixels = {picture[i:i + 3] for picture in (row, column) for i in range(0, len(picture), 4)}
    return len(pixels) > 1


def _resident_bytes(group: int) -> int:
    """Of all processes of the group; what several share counts for each."""
    kibibytes = 0
    for rollup in Path("/proc").glob("[0-9]*/smaps_rollup"):
        with contextlib.suppress(OSError, ProcessLookupError):
            if os.getpgid(int(rollup.parent.name)) == group:
                kibibytes += sum(int(line.split()[1]) for line in rollup.read_text().splitlines()
                                 if line.startswith("Rss:"))
    return kibibytes * 1024
