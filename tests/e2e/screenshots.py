#!/usr/bin/env python3
"""Takes a picture of every page: in light and dark, narrow, at twice the size and in German.

    tests/e2e/isolated /usr/bin/python3 tests/e2e/screenshots.py FOLDER

CONFAB_PROGRAM and CONFAB_SERVER_PROGRAM name the programs. One process can have one desktop only, so each kind of
picture is taken by a process of its own.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.case import Server
from support.desktop import Desktop

WIDE = (1180, 780)
NARROW = (420, 780)

# name: (size, scale, settings)
KINDS = {
    "light": (WIDE, 1, "[appearance]\ntheme=1\nlanguage=en\n"),
    "dark": (WIDE, 1, "[appearance]\ntheme=2\nlanguage=en\n"),
    "narrow": (NARROW, 1, "[appearance]\ntheme=1\nlanguage=en\n"),
    "double": (WIDE, 2, "[appearance]\ntheme=1\nlanguage=en\n"),
    "german": (WIDE, 1, "[appearance]\ntheme=1\nlanguage=de\n"),
}
SECONDS_FOR_ANIMATIONS = 0.8


def main():
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    if len(sys.argv) == 2:
        for kind in KINDS:
            subprocess.run([sys.executable, __file__, sys.argv[1], kind], check=True)
        return
    folder, kind = sys.argv[1:]
    size, scale, settings = KINDS[kind]
    with Desktop(width=WIDE[0] + 40, height=WIDE[1] + 60, scale=scale) as desktop:
        Photographer(desktop, Path(folder), kind, (size[0] * scale, size[1] * scale), settings).take_all()


class Photographer:
    def __init__(self, desktop, folder, kind, size, settings):
        self._desktop = desktop
        self._folder = folder
        self._kind = kind
        self._size = size
        self._settings = settings

    def take_all(self):
        with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as ending:
            scratch = Path(scratch)
            self._take_beginning(scratch, ending)
            server = Server(scratch / "server")
            ending.callback(server.close)
            neighbours = self._furnish(server, ending)
            ann = self._start(scratch / "ann", ending, "--join", server.address, "--name", "Ann")
            self._talk(neighbours)
            self._take_chat(ann, neighbours)

    def _start(self, data, ending, *arguments):
        from support.program import Program  # needs the desktop's message bus

        data.mkdir(exist_ok=True)
        settings = data / "settings.ini"
        if not settings.exists():
            settings.write_text(self._settings)
        program = Program(self._desktop, data, *arguments)
        ending.callback(program.close)
        program.resize(*self._size)
        return program

    def _take(self, program, page):
        time.sleep(SECONDS_FOR_ANIMATIONS)  # pictures of something that moves are of no use
        program.screenshot(self._folder / f"{self._kind}-{page}.png")

    def _take_beginning(self, scratch, ending):
        """The pages before there is a chat."""
        with contextlib.ExitStack() as first:
            program = self._start(scratch / "first", first, "--name", "Ann")
            self._take(program, "1-first-run")
            program.press("Tab", "Tab", "Return")
            time.sleep(6)  # until it says why nothing may be found
            self._take(program, "2-join")
        with contextlib.ExitStack() as first:
            program = self._start(scratch / "host", first, "--host", "--name", "Ann")
            self._take(program, "3-host")
        del ending

    @staticmethod
    def _furnish(server, ending):
        from support.neighbour import Neighbour

        people = {name: Neighbour(server.address, name) for name in ("Bob", "Carla Fernández", "Dmitri")}
        for person in people.values():
            ending.callback(person.close)
        for name, topic in (("Kitchen", "Who cooks today?"), ("Release 1.0", "Friday, if all goes well"), ("Music", "")):
            people["Bob"].ask("room:create", name=name, kind="public", topic=topic)
        return people

    @staticmethod
    def _talk(people):
        bob, carla, dmitri = people.values()
        question = bob.say("Good morning! Has anybody seen the **blue folder** with the plans for the booth?")
        carla.say("Not since Monday. It was next to the printer then.")
        carla.say("By the way, the printer works again :tada:")
        answer = dmitri.say("It is on the shelf behind the door, second from the top", replyTo=question)
        bob.react(answer, "👍")
        carla.react(answer, "👍")
        carla.react(answer, "🎉")
        bob.say("Found it, thanks! The script that renames the drawings:\n\n```python\nfor path in plans.glob('*.pdf'):\n"
                "    path.rename(path.with_stem(path.stem.lower()))\n```")
        bob.say("> second from the top\n\nThird, to be exact :smile:")
        dmitri.say("@Ann, could you check the numbers before *noon*? They are at https://intranet.local/booth")
        bob.ask("message:pin", room="general", id=answer)

    def _take_chat(self, ann, people):
        ann.see_text("could you check")
        people["Carla Fernández"].type()
        self._take(ann, "4-chat")
        for page, keys in (("5-members", "ctrl+m"), ("6-pins", "ctrl+p"), ("7-search", "ctrl+f")):
            ann.press(keys)
            if page == "7-search":
                ann.type("printer")
                time.sleep(1)
            self._take(ann, page)
            ann.press("Escape")
        for page, keys in (("8-switcher", "ctrl+k"), ("9-shortcuts", "ctrl+slash"), ("10-settings", "ctrl+comma"),
                           ("11-new-room", "ctrl+n"), ("12-rooms", "ctrl+o")):
            ann.press(keys)
            self._take(ann, page)
            ann.press("Escape")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    main()
