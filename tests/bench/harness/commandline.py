"""What all benchmarks have in common on the command line and around their runs."""

import argparse
import dataclasses
import signal
import subprocess
import sys
from pathlib import Path

from . import machine, results
from .case import Case
from .comparison import Result, Settings

BENCH = Path(__file__).resolve().parents[1]
ROOT = BENCH.parents[1]
NPM_SECONDS = 300
UNUSABLE = 2


def parser(name: str, description: str, cases: tuple[Case, ...]) -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(description=description)
    made.add_argument("--build-dir", type=Path, required=True, help="where the programs were built")
    made.add_argument("--quick", action="store_true", help="one short repetition of each case")
    made.add_argument("--repetitions", type=int, metavar="N", help="3 unless told, 1 with --quick")
    made.add_argument("--patience", type=int, default=20, metavar="SECONDS",
                      help="wait that long before each run for a quiet machine; 20 unless told")
    made.add_argument("--attempts", type=int, default=2, metavar="N",
                      help="repeat a run which other programs disturbed, N runs at most; 2 unless told")
    made.add_argument("--json", type=Path, default=ROOT / "build" / "bench" / f"{name}.json", metavar="FILE")
    made.add_argument("--case", action="append", choices=[case.name for case in cases], metavar="NAME",
                      help="only this case; may be given again: " + ", ".join(case.name for case in cases))
    made.add_argument("--ours-command", help=argparse.SUPPRESS)
    return made


def read(arguments_parser: argparse.ArgumentParser) -> argparse.Namespace:
    arguments = arguments_parser.parse_args()
    if arguments.repetitions is None:
        arguments.repetitions = 1 if arguments.quick else 3
    for name in ("repetitions", "attempts"):
        if not 1 <= getattr(arguments, name) <= 100:
            arguments_parser.error(f"--{name} is from 1 to 100")
    return arguments


def settings(arguments: argparse.Namespace) -> Settings:
    return Settings(arguments.repetitions, arguments.quick, arguments.patience, arguments.attempts)


def selected(cases: tuple[Case, ...], arguments: argparse.Namespace) -> list[Case]:
    return [case for case in cases if arguments.case is None or case.name in arguments.case]


def need_program(path: Path) -> Path:
    if not path.is_file():
        print(f"{path} is missing: build it first with ./dev build release.", file=sys.stderr)
        sys.exit(UNUSABLE)
    return path


def install_reference() -> None:
    if not (BENCH / "node_modules").is_dir():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=BENCH, check=True, timeout=NPM_SECONDS,
                       stdout=sys.stderr)


def report(arguments: argparse.Namespace, outcome: list[Result], explanation: str) -> int:
    """Writes and prints the results; what the program ends with."""
    results.write_json(arguments.json, machine.description(BENCH), dataclasses.asdict(settings(arguments)), outcome)
    print(results.table(outcome, explanation))
    print(f"Every figure: {arguments.json}")
    return 0 if all(result.passed for result in outcome) else 1


def run(main) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
