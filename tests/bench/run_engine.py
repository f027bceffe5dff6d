#!/usr/bin/env python3
"""Compares the engine with the Node reference: see README.md in this folder."""

import argparse
import dataclasses
import shlex
import signal
import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parents[1]
sys.dont_write_bytecode = True
sys.path.insert(0, str(BENCH))

from enginebench import machine, placement, results  # noqa: E402
from enginebench.cases import CASES, Opponents  # noqa: E402
from enginebench.comparison import Comparison, Settings  # noqa: E402

NPM_SECONDS = 300
UNUSABLE = 2


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compares the engine with socket.io on Node.")
    parser.add_argument("--build-dir", type=Path, required=True, help="where the programs were built")
    parser.add_argument("--quick", action="store_true", help="one short repetition of each case")
    parser.add_argument("--repetitions", type=int, metavar="N", help="3 unless told, 1 with --quick")
    parser.add_argument("--patience", type=int, default=20, metavar="SECONDS",
                        help="wait that long before each run for a quiet machine; 20 unless told")
    parser.add_argument("--attempts", type=int, default=2, metavar="N",
                        help="repeat a run which other programs disturbed, N runs at most; 2 unless told")
    parser.add_argument("--json", type=Path, default=ROOT / "build" / "bench" / "engine.json", metavar="FILE")
    parser.add_argument("--case", action="append", choices=[case.name for case in CASES], metavar="NAME",
                        help="only this case; may be given again: " + ", ".join(case.name for case in CASES))
    parser.add_argument("--ours-command", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.repetitions is None:
        arguments.repetitions = 1 if arguments.quick else 3
    for name in ("repetitions", "attempts"):
        if not 1 <= getattr(arguments, name) <= 100:
            parser.error(f"--{name} is from 1 to 100")
    return arguments


def install_reference() -> None:
    if not (BENCH / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=BENCH, check=True, timeout=NPM_SECONDS,
                       stdout=sys.stderr)


def need_program(path: Path) -> Path:
    if not path.is_file():
        print(f"{path} is missing: build it first with ./dev build release.", file=sys.stderr)
        sys.exit(UNUSABLE)
    return path


def select_cases(names: list[str] | None) -> list:
    selected = [case for case in CASES if names is None or case.name in names]
    if len(placement.processors()) > 1:
        return selected
    print("Only one processor is available: the server shares it with the load generator, and two workers are not "
          "compared with one.", file=sys.stderr)
    return [case for case in selected if case.opponents is Opponents.REFERENCE_AND_OURS]


def main() -> int:
    arguments = read_arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    programs = arguments.build_dir / "bin"
    load_generator = need_program(programs / "engine-loadgen")
    ours = arguments.ours_command or shlex.quote(str(need_program(programs / "engine-bench-server")))
    install_reference()
    reference = shlex.join(["node", str(BENCH / "reference" / "server.js")])

    settings = Settings(arguments.repetitions, arguments.quick, arguments.patience, arguments.attempts)
    comparison = Comparison(load_generator, reference, ours, settings)
    outcome = [comparison.run(case) for case in select_cases(arguments.case)]
    results.write_json(arguments.json, machine.description(BENCH), dataclasses.asdict(settings), outcome)
    print(results.table(outcome))
    print(f"Every figure: {arguments.json}")
    return 0 if all(result.passed for result in outcome) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
