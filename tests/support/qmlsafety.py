#!/usr/bin/python3
"""Checks that no QML file shows or fetches what somebody else wrote in a way that Qt chooses.

What others write must be plain text, or markup that Confab has written itself; and nothing in the window reads from the
network or opens a link past the dialog that shows where it leads.
"""

import re
import sys
from pathlib import Path

QML = Path(__file__).resolve().parents[2] / "qml"

# Where app/markup's own markup is shown.
SHOW_MARKUP = {"components/message/MessageText.qml", "components/message/MessageBlock.qml",
               "components/message/SearchResultRow.qml"}

REFUSED = (
    (r"\b(Text|TextEdit)\.(AutoText|RichText|MarkdownText)\b", "lets Qt decide what is markup"),
    (r"^\s*import QtQuick\.Controls\b", "its buttons take their text for markup: use QtQuick.Templates"),
    (r"\bXMLHttpRequest\b|\bWebSocket\b|\bimport QtWebSockets\b", "reads from the network"),
    (r"\bopenUrlExternally\b", "opens a link past the dialog that shows it"),
    (r"[\"'](https?|file|ftp):", "reads from the network or the disk"),
)
TEXT_ITEM = re.compile(r"^(?P<indent>\s*)(?P<type>Text|TextEdit|TextInput|T\.TextArea|T\.TextField|T\.Label) \{\s*$")
FORMAT = re.compile(r"^\s*textFormat: (Text|TextEdit)\.(?P<format>\w+)\s*$")


def problems_of(path, name):
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        code = line.split("//")[0] if "://" not in line else line
        for pattern, why in REFUSED:
            if re.search(pattern, code):
                yield number, why
        found = TEXT_ITEM.match(line)
        if found and found["type"] not in ("TextInput", "T.TextField"):
            yield from _problem_of_format(lines, number, found["indent"], name)


def _problem_of_format(lines, number, indent, name):
    """The item that begins in line `number` has to say what its text is."""
    for line in lines[number:]:
        if line.startswith(indent + "}"):
            break
        found = FORMAT.match(line)
        if found:
            if found["format"] == "StyledText" and name not in SHOW_MARKUP:
                yield number, "shows markup: only text from app/markup may be shown so"
            return
    yield number, "does not say its textFormat, so Qt would decide"


def main():
    failed = False
    for path in sorted(QML.rglob("*.qml")):
        name = path.relative_to(QML).as_posix()
        for number, why in problems_of(path, name):
            print(f"qml/{name}:{number}: {why}")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
