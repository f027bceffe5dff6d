"""The data folder full of messages that some chat cases need: made once and kept."""

import dataclasses
import json
import shutil
import subprocess
import sys
from pathlib import Path

from .chatcases import Contents
from .children import RunFailed, options

SEED_SECONDS = 1800


class SeededData:
    def __init__(self, program: Path, folder: Path, contents: Contents):
        self._program = program
        self._folder = folder
        self._contents = contents

    def load_arguments(self) -> dict:
        return {"people": self._folder / "people.tsv", "words": self._folder / "words.txt"}

    def prepare(self) -> Path:
        """The data folder, made anew when the program that makes it or what is asked for has changed."""
        made_by = json.dumps(dataclasses.asdict(self._contents) | {"program": self._program.stat().st_mtime_ns})
        note = self._folder / "made-by.json"
        data = self._folder / "data"
        if note.is_file() and note.read_text() == made_by:
            return data
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._seed(data)
        note.write_text(made_by)
        return data

    def _seed(self, data: Path) -> None:
        print(f"Storing {self._contents.messages:,} messages: once, for this and later runs.", file=sys.stderr)
        arguments = {name.replace("_", "-"): value for name, value in dataclasses.asdict(self._contents).items()}
        words = [str(self._program)] + options({"data": data} | self.load_arguments() | arguments)
        try:
            done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                  timeout=SEED_SECONDS)
        except subprocess.TimeoutExpired:
            raise RunFailed(f"storing the messages took more than {SEED_SECONDS} seconds") from None
        if done.returncode != 0:
            raise RunFailed(f"{self._program.name} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
