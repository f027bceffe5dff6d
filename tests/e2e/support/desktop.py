"""A desktop of its own for a test: X server, window manager, message bus, accessibility and a notification server."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path

from support.waiting import wait_until


class Desktop:
    """Everything a program with a window needs, on a display that nobody else uses. close() ends all of it.

    The message bus has to be known before the accessibility library is loaded, so make one of these first, and one only
    in each process.
    """

    def __init__(self, width=1400, height=1000, scale=1):
        self.folder = Path(tempfile.mkdtemp(prefix="confab-desktop-"))
        self.scale = scale
        self._ending = contextlib.ExitStack()
        self._ending.callback(self._remove_folder)
        self.environment = self._plain_environment()
        self._start_display(width * scale, height * scale)
        self._start_bus()
        self._start("openbox", "--sm-disable")
        self._start_notification_server()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._ending.close()

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=True, env=self.environment)

    def xdotool(self, *arguments):
        """What xdotool prints, without the line end."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)], check=True, env=self.environment, capture_output=True, text=True
        )
        return done.stdout.strip()

    def _plain_environment(self):
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700)
        environment = dict(os.environ)
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "XDG_CURRENT_DESKTOP"):
            environment.pop(name, None)
        environment.update(
            HOME=str(self.folder),
            XDG_RUNTIME_DIR=str(runtime),
            LC_ALL="C.UTF-8",
            LANGUAGE="en",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            QT_QUICK_BACKEND="software",
            QT_QPA_PLATFORM="xcb",
            QT_SCALE_FACTOR=str(self.scale),
        )
        return environment

    def _start_display(self, width, height):
        reader, writer = os.pipe()
        self._start(
            "Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
            pass_fds=[writer],
        )
        os.close(writer)
        with os.fdopen(reader) as number:
            self.environment["DISPLAY"] = ":" + number.readline().strip()

    def _start_bus(self):
        reader, writer = os.pipe()
        self._start("dbus-daemon", "--session", "--nofork", f"--print-address={writer}", pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as address:
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = address.readline().strip()
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
            os.environ[name] = self.environment[name]

    def _start_notification_server(self):
        settings = self.folder / "dunstrc"
        settings.write_text("[global]\ntimeout = 0\nhistory_length = 100\n")
        self._start("dunst", "-config", str(settings))
        wait_until(lambda: self._owns("org.freedesktop.Notifications"), "a notification server is there")

    def _owns(self, name):
        call = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
        done = subprocess.run(
            [*call, "org.freedesktop.DBus.NameHasOwner", f"string:{name}"],
            env=self.environment, capture_output=True, text=True, check=False,
        )
        return "true" in done.stdout

    def _start(self, *command, **options):
        log = (self.folder / f"{command[0]}.log").open("w")
        self._ending.callback(log.close)
        process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log, **options)
        self._ending.callback(end, process)
        return process

    def _remove_folder(self):
        subprocess.run(["rm", "-rf", str(self.folder)], check=False)


def end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
