"""What the notification server shows."""

import json
import subprocess

from support.waiting import wait_until


class Notifications:
    def __init__(self, desktop):
        self._desktop = desktop

    def texts(self):
        """Summary and body of all there were, newest first, closed ones included."""
        self._call("close-all")
        history = json.loads(self._call("history"))
        return [
            entry["summary"]["data"] + "\n" + entry["body"]["data"] for group in history["data"] for entry in group
        ]

    def wait_for(self, part):
        wait_until(lambda: any(part in text for text in self.texts()), f"a notification says {part!r}")

    def _call(self, *arguments):
        return subprocess.run(
            ["dunstctl", *arguments], env=self._desktop.environment, check=True, capture_output=True, text=True
        ).stdout
