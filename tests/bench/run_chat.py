#!/usr/bin/env python3
"""Compares the chat with one on Node and Redis, and measures it with a million messages stored: see README.md."""

import shlex
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import chatcases, commandline  # noqa: E402
from harness.chatservers import ChatServers, redis_program  # noqa: E402
from harness.comparison import Comparison  # noqa: E402
from harness.seededdata import SeededData  # noqa: E402

EXPLANATION = """\
First and Second: medians of the reference on Node and Redis and of confabd; where First is missing the limit is for
confabd's own figure, elsewhere for the ratio. Spread: largest minus smallest value as a share of the median."""


def main() -> int:
    arguments = commandline.read(commandline.parser("chat", "Compares the chat with one on Node and Redis.",
                                                    chatcases.CASES))
    programs = arguments.build_dir / "bin"
    load_generator = commandline.need_program(programs / "bench-loadgen")
    if arguments.ours_command:
        ours = shlex.split(arguments.ours_command)
    else:
        ours = [str(commandline.need_program(programs / "confabd"))]
    if redis_program() is None:
        print("Redis is missing: on Debian and Ubuntu it is in the package redis-tools.", file=sys.stderr)
        return commandline.UNUSABLE
    commandline.install_reference()

    folder = commandline.ROOT / "build" / "bench"
    contents = chatcases.QUICK_CONTENTS if arguments.quick else chatcases.FULL_CONTENTS
    seeded = SeededData(programs / "chat-seed", folder / f"seeded-{contents.messages}", contents)
    reference = ["node", str(commandline.BENCH / "reference" / "chat" / "server.js")]
    servers = ChatServers(reference, ours, folder, seeded)
    comparison = Comparison(load_generator, servers.opponents_of, commandline.settings(arguments))
    outcome = [comparison.run(case) for case in commandline.selected(chatcases.CASES, arguments)]
    return commandline.report(arguments, outcome, EXPLANATION)


if __name__ == "__main__":
    commandline.run(main)
