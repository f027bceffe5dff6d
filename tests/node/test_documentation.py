"""What the documentation says about running a server and writing bots is what happens."""

import os
import re
import shutil
import socket
import subprocess
import sys
import unittest

from support.case import ServerCase
from support.markdown import DOCS, blocks
from support.server import PROGRAM, clean_environment, run, wait_until
from support.windows import Window

NODE = shutil.which("node") or shutil.which("nodejs")
NODE_MODULES = DOCS.parent / "tests" / "conformance" / "node_modules"
CLIENT = os.environ.get("CONFAB_CLI", "")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class GettingStarted(ServerCase):
    @unittest.skipUnless(CLIENT, "CONFAB_CLI does not name the program confab-cli")
    def test_the_session_can_be_pasted_line_by_line(self):
        port = free_port()
        path = os.pathsep.join([os.path.dirname(PROGRAM), os.path.dirname(CLIENT), os.environ["PATH"]])
        environment = clean_environment(
            PATH=path,
            CONFAB_LISTEN="127.0.0.1",
            CONFAB_PORT=str(port),
            CONFAB_SERVER=f"127.0.0.1:{port}",
            XDG_CONFIG_HOME=str(self.folder / "config"),
        )
        windows = {}
        for block in blocks("getting-started.md"):
            if block.language != "console":
                continue
            if block.word not in windows:
                windows[block.word] = Window(self.folder, environment)
                self.addCleanup(windows[block.word].close)
            self.play(windows[block.word], block.text)
        self.assertEqual({"server", "ann", "bob", "fourth"}, set(windows))
        windows["server"].finish()

    def play(self, window, text):
        for line in text.splitlines():
            if line.startswith("$ "):
                window.start(line[2:])
            elif re.match(r"[*\[\d]|listening", line):
                window.expect(line)
            else:
                window.type(line)


class Bots(ServerCase):
    def run_bot(self, *command):
        """Runs a bot, asks it for the time, and checks that its code is the one that is shown."""
        server = self.server()
        person = self.person(server)
        bot = subprocess.Popen([*command, server.url], stdout=subprocess.PIPE, text=True)
        self.addCleanup(bot.stdout.close)
        self.addCleanup(bot.wait)
        self.addCleanup(bot.kill)
        name = bot.stdout.readline().removeprefix("I am ").strip()
        self.assertTrue(name.startswith("time-bot-"), name)
        asked = person.say("!time")

        def answers_so_far():
            messages = [event.get("message", {}) for event in list(person.events)]
            return [message for message in messages if message.get("replyTo") == asked["id"]]

        answers = wait_until(answers_so_far, "the bot answers")
        self.assertRegex(answers[0]["text"], r"^It is \d{4}-\d\d-\d\dT")

    def assert_shown(self, language, name):
        shown = [block.text for block in blocks("writing-a-bot.md") if block.language == language]
        self.assertEqual([(DOCS / "examples" / name).read_text(encoding="utf-8")], shown)

    @unittest.skipUnless(NODE and NODE_MODULES.exists(), "node or the packages of tests/conformance are missing")
    def test_the_one_in_javascript_answers(self):
        self.assert_shown("js", "time_bot.mjs")
        bot = self.folder / "time_bot.mjs"
        bot.write_bytes((DOCS / "examples" / "time_bot.mjs").read_bytes())
        (self.folder / "node_modules").symlink_to(NODE_MODULES)
        self.run_bot(NODE, str(bot))

    def test_the_one_in_python_answers(self):
        self.assert_shown("python", "time_bot.py")
        self.run_bot(sys.executable, str(DOCS / "examples" / "time_bot.py"))


class Operations(ServerCase):
    def test_every_setting_is_described(self):
        _, listed, _ = run("--help")
        page = (DOCS / "operations.md").read_text(encoding="utf-8")
        settings = re.findall(r"^  --([a-z-]+) \S", listed, re.MULTILINE)
        self.assertIn("data", settings)
        for setting in set(settings) - {"config", "limit", "help"}:
            self.assertIn(f"| `{setting}` |", page)

    def test_the_limits_it_names_have_the_defaults_it_tells(self):
        _, listed, _ = run("--help")
        defaults = dict(re.findall(r"^  (\w+) .*\[([\d.]+)\]$", listed, re.MULTILINE))
        page = (DOCS / "operations.md").read_text(encoding="utf-8")
        rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE)
        rows = [(names, values) for names, values in rows if names.strip("`").split("`")[0] in defaults]
        self.assertGreaterEqual(len(rows), 8)
        for names, values in rows:
            told = [self.number(value) for value in re.split(r", (?=\d)", values.strip())]
            self.assertEqual([float(defaults[name]) for name in re.findall(r"`(\w+)`", names)], told, names)

    @staticmethod
    def number(text):
        number, _, unit = text.partition(" ")
        return float(number.replace(",", "")) * {"": 1, "MiB": 1024 * 1024}[unit]

    def test_the_configuration_file_it_shows_is_understood(self):
        (example,) = [block.text for block in blocks("operations.md") if block.language == "toml"]
        config = self.folder / "confabd.toml"
        config.write_text(example.replace("/etc/confab", str(self.folder)), encoding="utf-8")
        (self.folder / "password").write_text("secret\n", encoding="utf-8")
        self.server("--config", str(config))


if __name__ == "__main__":
    unittest.main()
