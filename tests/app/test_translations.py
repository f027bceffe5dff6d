"""The translations have every text that the sources have, with the same placeholders in it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LUPDATE = os.environ.get("CONFAB_LUPDATE", "/usr/lib/qt6/bin/lupdate")


def updated(name, *options):
    """The messages of a file of translations after lupdate has looked at the sources, as (context, message)."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / name
        shutil.copy(FOLDER / name, copy)
        subprocess.run(
            [LUPDATE, "app", "qml", "-locations", "none", "-no-obsolete", *options, "-ts", str(copy)],
            cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        contexts = ElementTree.parse(copy).getroot().iter("context")
        return [(context.find("name").text, message) for context in contexts for message in context.iter("message")]


def texts_of(message):
    translation = message.find("translation")
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return forms or [translation.text or ""]


class Translations(unittest.TestCase):
    def check(self, name, *options):
        messages = updated(name, *options)
        self.assertGreater(len(messages), 10)
        for context, message in messages:
            source = message.find("source").text
            with self.subTest(context=context, source=source):
                self.assertNotEqual(message.find("translation").get("type"), "unfinished", "is not translated")
                for text in texts_of(message):
                    self.assertTrue(text.strip())
                    # The number itself may be said by words.
                    self.assertEqual(set(re.findall(r"%\d", source)), set(re.findall(r"%\d", text)))

    def test_german_is_complete(self):
        self.check("confab_de.ts")

    def test_english_has_one_and_many(self):
        self.check("confab_en.ts", "-pluralonly")


if __name__ == "__main__":
    if not Path(LUPDATE).exists():
        print("SKIPPED: lupdate is not there")
        sys.exit(77)
    unittest.main()
