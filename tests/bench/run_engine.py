#!/usr/bin/env python3
"""Compares the engine with the Node reference: see README.md in this folder."""

import shlex
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import commandline, placement  # noqa: E402
from harness.case import Case, Opponents  # noqa: E402
from harness.comparison import Comparison  # noqa: E402
from harness.enginecases import CASES  # noqa: E402
from harness.engineservers import EngineServers  # noqa: E402

EXPLANATION = """\
First and Second: medians of the Node reference and of our server; of one worker and of two where
the case says so. Spread: largest minus smallest value as a share of the median, First / Second."""


def possible(cases: list[Case]) -> list[Case]:
    if len(placement.processors()) > 1:
        return cases
    print("Only one processor is available: the server shares it with the load generator, and two workers are not "
          "compared with one.", file=sys.stderr)
    return [case for case in cases if case.opponents is Opponents.REFERENCE_AND_OURS]


def main() -> int:
    arguments = commandline.read(commandline.parser("engine", "Compares the engine with socket.io on Node.", CASES))
    programs = arguments.build_dir / "bin"
    load_generator = commandline.need_program(programs / "bench-loadgen")
    if arguments.ours_command:
        ours = shlex.split(arguments.ours_command)
    else:
        ours = [str(commandline.need_program(programs / "engine-bench-server"))]
    commandline.install_reference()
    servers = EngineServers(["node", str(commandline.BENCH / "reference" / "engine" / "server.js")], ours)

    comparison = Comparison(load_generator, servers.opponents_of, commandline.settings(arguments))
    outcome = [comparison.run(case) for case in possible(commandline.selected(CASES, arguments))]
    return commandline.report(arguments, outcome, EXPLANATION)


if __name__ == "__main__":
    commandline.run(main)
