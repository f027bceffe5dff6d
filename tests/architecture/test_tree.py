"""Checks the project's own tree."""

import unittest
from pathlib import Path

import rules
import sources

ROOT = Path(__file__).resolve().parents[2]


class TheTree(unittest.TestCase):
    def test_keeps_every_rule(self):
        for rule in rules.ALL:
            with self.subTest(rule.__name__):
                broken = rule(ROOT)
                if broken:
                    self.fail(f"{rule.__doc__}\n" + "\n".join(broken))

    def test_is_really_read(self):
        files = sources.cpp_files(ROOT, "server")
        seen = {rules.layer_of(path) for path in files}
        self.assertLessEqual({"server/protocol/engineio", "server/net", "server/http", "server/socketio"}, seen)
        ours = [reference for path in files for reference in sources.includes(ROOT, path) if "/" in reference.name]
        self.assertGreater(len(ours), len(files) / 2)
        linked = [command for command in sources.cmake_commands(ROOT, "server") if command.name == "confab_add_library"]
        self.assertGreaterEqual(len(linked), 5)


if __name__ == "__main__":
    unittest.main()
