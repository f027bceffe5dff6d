"""The desktop program as somebody sees and uses it: by its accessibility tree, a mouse and a keyboard."""

import os
import subprocess
from pathlib import Path

from gi.repository import GLib

from support.accessibility import application_of
from support.desktop import end
from support.waiting import wait_until

PROGRAM = os.environ.get("CONFAB_PROGRAM", "")


class Program:
    """One running Confab with a data folder of its own."""

    def __init__(self, desktop, data, *arguments, environment=None):
        self.desktop = desktop
        self.data = Path(data)
        self._log = (self.data.parent / f"{self.data.name}.log").open("a")
        self.process = subprocess.Popen(
            [PROGRAM, "--data", str(self.data), *map(str, arguments)],
            env={**desktop.environment, **(environment or {})}, stdout=self._log, stderr=self._log,
        )
        self.window = wait_until(self._find_window, "the program has a window")

    def close(self):
        end(self.process)
        self._log.close()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self._log.close()

    def log(self):
        return Path(self._log.name).read_text()

    # Seeing

    def tree(self):
        """Everything that is shown, outermost first."""
        application = application_of(self.process.pid)
        if application is None:
            return []
        try:
            return [control for control in application.descendants() if control.is_shown]
        except GLib.Error:  # something went away while it was read
            return []

    def find(self, name, role=None):
        """The last shown control of that name (or whose name a predicate accepts), or nothing."""
        wanted = name if callable(name) else lambda text: text == name
        found = None
        try:
            for control in self.tree():
                if wanted(control.name) and (role is None or control.role == role):
                    found = control
        except GLib.Error:
            return None
        return found

    def see(self, name, role=None, seconds=20):
        """Waits for it and returns it."""
        return wait_until(lambda: self.find(name, role), f"{name!r} ({role or 'anything'}) is shown", seconds)

    def see_text(self, part, seconds=20):
        """Waits for a control whose name contains `part`."""
        return wait_until(lambda: self.find(lambda name: part in name), f"{part!r} is shown", seconds)

    def see_gone(self, name, role=None, seconds=20):
        wait_until(lambda: self.find(name, role) is None, f"{name!r} is gone", seconds)

    def screenshot(self, path):
        subprocess.run(["import", "-window", self.window, str(path)], check=True, env=self.desktop.environment)

    # Doing

    def activate(self):
        self.desktop.xdotool("windowactivate", "--sync", self.window)

    def click(self, name, role=None, button=1):
        self.activate()
        self.click_at(*self._resting_place(name, role), button=button)

    def click_at(self, x, y, button=1):
        self.desktop.xdotool("mousemove", "--sync", x, y)
        self.desktop.xdotool("click", button)

    def hover(self, control):
        self.activate()
        self.desktop.xdotool("mousemove", "--sync", *control.centre)

    def press(self, *keys):
        self.activate()
        self.desktop.xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self.activate()
        self.desktop.xdotool("type", "--clearmodifiers", "--delay", 12, text)

    def fill(self, name, text):
        """Puts text into a field in place of what is there."""
        self.click(name)
        self.press("ctrl+a")
        self.type(text)

    def resize(self, width, height):
        self.desktop.xdotool("windowsize", "--sync", self.window, width, height)

    def _resting_place(self, name, role):
        """Where the control is once it no longer moves, such as with a list that is being laid out."""
        places = []

        def rests():
            places.append(self.see(name, role).centre)
            return len(places) > 2 and places[-1] == places[-2] == places[-3]

        wait_until(rests, f"{name!r} does not move any more")
        return places[-1]

    def _find_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.log()}")
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            env=self.desktop.environment, capture_output=True, text=True, check=False,
        ).stdout.split()
        return found[-1] if found and application_of(self.process.pid) else None
