"""Reads the code blocks of a Markdown file."""

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[3] / "docs"
_BLOCK = re.compile(r"^```(\w+)(?: (\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """``` and what follows in its first line: a language, and perhaps a word more."""

    language: str
    word: str
    text: str


def blocks(name):
    found = _BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))
    return [Block(*block) for block in found]
