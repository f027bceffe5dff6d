#!/usr/bin/env python3
"""Makes emoji.txt from emoji-test.txt (of Debian's package unicode-data) and aliases.txt.

Usage: make_list.py EMOJI-TEST.TXT > emoji.txt
"""

import itertools
import re
import sys
import unicodedata
from pathlib import Path

GROUPS = {
    "Smileys & Emotion": "Smileys",
    "People & Body": "People",
    "Animals & Nature": "Nature",
    "Food & Drink": "Food",
    "Activities": "Activities",
    "Travel & Places": "Travel",
    "Objects": "Objects",
    "Symbols": "Symbols",
    "Flags": "Flags",
}
NEWEST_VERSION = 14.0
JOINER = "\u200d"
SKIN_TONES = range(0x1F3FB, 0x1F400)
HEADER = """\
# The emoji one can choose from: emoji, shortcode, name, further names. Made by make_list.py.
# Emoji and their names are from the Unicode Character Database, © Unicode, Inc., https://www.unicode.org/license.txt
"""


def aliases():
    table = {}
    for line in Path(__file__).with_name("aliases.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            emoji, shortcode, *words = line.split("\t")
            table[emoji] = (shortcode, words[0].split() if words else [])
    return table


def shortcode_of(name):
    name = name.replace("keycap: #", "keycap hash").replace("keycap: *", "keycap star")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def spellings(shortcode):
    """The shortcode, then what to call it when that is taken."""
    yield shortcode
    yield from (f"{shortcode}_{number}" for number in itertools.count(2))


def is_wanted(emoji, name, version):
    """Without skin tones, and without the men and women of what exists for anybody."""
    is_variant = JOINER in emoji and re.match(r"(man|woman|men|women)\b", name)
    return version <= NEWEST_VERSION and not is_variant and not any(ord(c) in SKIN_TONES for c in emoji)


def emoji_in(lines):
    """Yields ("group", name) and ("emoji", emoji, name)."""
    pattern = re.compile(r"([0-9A-F ]+); fully-qualified +# \S+ E([0-9.]+) (.+)")
    for line in lines:
        if line.startswith("# group: "):
            yield ("group", line.removeprefix("# group: ").strip())
        elif match := pattern.match(line):
            emoji = "".join(chr(int(code, 16)) for code in match[1].split())
            if is_wanted(emoji, match[3], float(match[2])):
                yield ("emoji", emoji, match[3].strip())


def main():
    table = aliases()
    taken = {shortcode for shortcode, _ in table.values()}
    known = set()
    print(HEADER, end="")
    pending_group = None
    for kind, *what in emoji_in(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()):
        if kind == "group":
            pending_group = GROUPS.get(what[0])
            continue
        emoji, name = what
        if pending_group:
            print(f"= {pending_group}")
            pending_group = None
        usual = shortcode_of(name)
        shortcode, words = table.get(emoji, (usual, []))
        if emoji not in table:
            shortcode = next(free for free in spellings(usual) if free not in taken)
            taken.add(shortcode)
        elif usual != shortcode and usual not in taken:
            words = [usual, *words]
        known.add(emoji)
        print("\t".join([emoji, shortcode, name] + ([" ".join(words)] if words else [])))
    for emoji in table.keys() - known:
        print(f"aliases.txt: {emoji} is none of them", file=sys.stderr)


if __name__ == "__main__":
    main()
