#!/usr/bin/env python3
"""Measures the desktop program, its start and memory beside those of Quassel and Nheko: see README.md."""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness import commandline, firstwindow, flood, machine  # noqa: E402

MEBI = 1e6
OTHERS = {"Quassel": ["quasselclient"], "Nheko": ["nheko"]}
LIMITS = {
    "start, ratio to the faster one": 0.6,
    "memory with all messages cached, MB": 110,
    "opening the room, ms": 100,
    "frame while scrolling, p99 ms": 16.7,
    "longest stall at 500 messages/s, ms": 50,
    "memory growth while scrolling, MB": 10,
}
END_TO_END_LIMITS = {
    "frame while scrolling end to end, p99 ms": 16.7,
    "memory growth while scrolling end to end, MB": 10,
}
PATIENCE_SECONDS = 2400


def main() -> int:
    arguments = read_arguments()
    programs = {name: commandline.need_program(arguments.build_dir / "bin" / name)
                for name in ("confab", "app-bench", "app-seed", "confabd", "confab-cli")}
    missing = [command[0] for command in OTHERS.values() if not shutil.which(command[0])]
    if missing:
        print(f"{' and '.join(missing)} missing: install the packages quassel-client and nheko.", file=sys.stderr)
        return commandline.UNUSABLE
    seeded = seeded_folder(programs["app-seed"], arguments.messages)
    with firstwindow.private_display() as environment:
        starts = measure_starts(programs["confab"], seeded, environment, arguments.repetitions)
        inside = run_inside(programs["app-bench"], ["--data", str(seeded), "--seconds", str(arguments.seconds)],
                            environment)
        through = None
        if arguments.end_to_end:
            through = run_inside(programs["app-bench"], ["--data", str(seeded), "--through"], environment)
        stalls = flood.watch(programs, environment, arguments.seconds)
    figures = judged(starts, inside, stalls) + judged_through(through)
    write(arguments.json, {"machine": machine.description(commandline.BENCH), "messages": arguments.messages,
                           "starts": starts, "inside": inside, "end_to_end": through, "stalls": stalls,
                           "figures": {figure.name: figure.value for figure in figures}})
    return show(starts, figures, arguments.json)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the desktop program.")
    parser.add_argument("--build-dir", type=Path, required=True, help="where the programs were built")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions and shorter stretches")
    parser.add_argument("--repetitions", type=int, metavar="N", help="starts of each program; 7 unless told")
    parser.add_argument("--seconds", type=int, metavar="N", help="of scrolling at each place, and of the flood")
    parser.add_argument("--end-to-end", action="store_true",
                        help="also scroll the room from its newest message to its first: about 10 minutes more")
    parser.add_argument("--messages", type=int, default=1_000_000, metavar="N", help="how many are cached")
    parser.add_argument("--json", type=Path, default=commandline.ROOT / "build" / "bench" / "app.json", metavar="FILE")
    arguments = parser.parse_args()
    arguments.repetitions = arguments.repetitions or (3 if arguments.quick else 7)
    arguments.seconds = arguments.seconds or (5 if arguments.quick else 20)
    return arguments


def seeded_folder(program: Path, messages: int) -> Path:
    folder = commandline.ROOT / "build" / "bench" / f"app-{messages}"
    if not (folder / "complete").is_file():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([program, "--data", folder, "--messages", str(messages)], check=True)
        (folder / "complete").touch()
    return folder


def measure_starts(confab: Path, seeded: Path, environment: dict, repetitions: int) -> dict:
    """Median seconds and bytes by program. All take turns, and the first round, which warms the disk, does not count."""
    commands = OTHERS | {"Confab": [str(confab), "--data", str(seeded)]}
    measured = {name: [] for name in commands}
    for repetition in range(repetitions + 1):
        for name, command in commands.items():
            start = firstwindow.measure(command, environment)
            if repetition:
                measured[name].append(start)
    return {name: {"seconds": median(start.seconds for start in starts),
                   "resident_bytes": median(start.resident_bytes for start in starts)}
            for name, starts in measured.items()}


def run_inside(program: Path, arguments: list[str], environment: dict) -> dict:
    done = subprocess.run([program, *arguments], env=environment, check=True, capture_output=True, text=True,
                          timeout=PATIENCE_SECONDS)
    return json.loads(done.stdout)


class Figure(NamedTuple):
    name: str
    value: float
    limit: float

    @property
    def is_kept(self) -> bool:
        return self.value <= self.limit


def judged(starts: dict, inside: dict, stalls: dict) -> list[Figure]:
    fastest = min(starts[name]["seconds"] for name in OTHERS)
    scrolling = inside["scrolling"]
    values = (starts["Confab"]["seconds"] / fastest, starts["Confab"]["resident_bytes"] / MEBI, inside["open_ms"],
              scrolling["frame_p99_ms"], stalls["longest_stall_ms"], scrolling["resident_growth_mb"])
    return [Figure(name, value, limit) for (name, limit), value in zip(LIMITS.items(), values)]


def judged_through(through: dict | None) -> list[Figure]:
    if through is None:
        return []
    scrolling = through["scrolling"]
    if not scrolling["reached_the_beginning"]:
        raise RuntimeError("scrolling never reached the first message")
    values = (scrolling["frame_p99_ms"], scrolling["resident_growth_mb"])
    return [Figure(name, value, limit) for (name, limit), value in zip(END_TO_END_LIMITS.items(), values)]


def show(starts: dict, figures: list[Figure], file: Path) -> int:
    for name, start in starts.items():
        print(f"{name:10} first window {start['seconds']:.3f} s, memory {start['resident_bytes'] / MEBI:.0f} MB")
    for figure in figures:
        verdict = "ok" if figure.is_kept else "MISSED"
        print(f"{figure.name:46} {figure.value:8.2f}   at most {figure.limit:<6} {verdict}")
    print(f"Every figure: {file}")
    return 0 if all(figure.is_kept for figure in figures) else 1


def write(file: Path, content: dict) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, indent=2) + "\n")


def median(values) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


if __name__ == "__main__":
    commandline.run(main)
