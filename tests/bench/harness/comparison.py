"""Runs one case on its opponents in turn and compares the medians."""

import math
import statistics
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from . import placement
from .case import Case, Figure
from .children import RunFailed, Server, run_load_generator
from .machine import DISTURBED, Disturbance, await_quiet

# Everything but the timed parts: starting, setting up 10,000 sessions, coming to rest, draining.
SLACK_SECONDS = 120


@dataclass(frozen=True)
class Settings:
    repetitions: int
    quick: bool
    patience: int  # seconds to wait for a quiet machine before a run
    attempts: int  # runs for one figure at most; a disturbed one is repeated


@dataclass(frozen=True)
class Opponent:
    name: str
    start: Callable[[dict], AbstractContextManager[Server]]  # takes the case's arguments for the server
    place: placement.Placement
    load_arguments: dict = field(default_factory=dict)


@dataclass
class Result:
    case: Case
    opponents: tuple[str, ...]
    reports: dict[str, list[dict]] = field(default_factory=dict)
    discarded: dict[str, list[dict]] = field(default_factory=dict)  # disturbed runs which were repeated
    failure: str = ""

    def values(self, figure: Figure, opponent: str) -> list[float]:
        return [figure.value(report) for report in self.reports.get(opponent, [])]

    def median(self, figure: Figure, opponent: str) -> float:
        return statistics.median(self.values(figure, opponent))

    def spread(self, figure: Figure, opponent: str) -> float:
        """Largest minus smallest value, as a share of the median."""
        values, median = self.values(figure, opponent), self.median(figure, opponent)
        return (max(values) - min(values)) / median if median else 0.0

    def judged(self, figure: Figure) -> float:
        """The second opponent's median over the first's, or the only one's median."""
        medians = [self.median(figure, name) for name in self.opponents]
        if len(medians) == 1:
            return medians[0]
        return medians[1] / medians[0] if medians[0] else math.inf

    def figure_passed(self, figure: Figure) -> bool:
        return not self.failure and figure.passes(self.judged(figure))

    @property
    def passed(self) -> bool:
        return all(self.figure_passed(figure) for figure in self.case.figures)

    @property
    def disturbed_runs(self) -> int:
        return sum(self.is_disturbed(report) for runs in self.reports.values() for report in runs)

    def is_disturbed(self, report: dict) -> bool:
        return self.case.needs_quiet and report["others_cpu_share"] > DISTURBED


class Comparison:
    def __init__(self, load_generator: Path, opponents_of: Callable[[Case], tuple[Opponent, ...]],
                 settings: Settings):
        self._load_generator = load_generator
        self._opponents_of = opponents_of
        self._settings = settings

    def run(self, case: Case) -> Result:
        opponents = self._opponents_of(case)
        result = Result(case, tuple(opponent.name for opponent in opponents))
        try:
            for repetition in range(1, self._settings.repetitions + 1):
                for opponent in opponents:
                    self._show_progress(result, opponent, repetition, self._run(case, opponent, result))
        except RunFailed as failure:
            result.failure = str(failure)
        return result

    def _run(self, case: Case, opponent: Opponent, result: Result) -> dict:
        """One figure: of the first run which nothing else on the machine disturbed, or of the last one allowed."""
        for attempt in range(1, self._settings.attempts + 1):
            if case.needs_quiet:
                await_quiet(self._settings.patience)
            try:
                report = self._run_once(case, opponent)
            except RunFailed as failure:
                raise RunFailed(f"{opponent.name}: {failure}") from None
            if not result.is_disturbed(report) or attempt == self._settings.attempts:
                break
            result.discarded.setdefault(opponent.name, []).append(report)
        result.reports.setdefault(opponent.name, []).append(report)
        return report

    def _run_once(self, case: Case, opponent: Opponent) -> dict:
        lengths = case.lengths(self._settings.quick)
        arguments = {
            "case": case.load,
            "waiting": opponent.place.waiting,
            "warmup-seconds": lengths.warmup,
            "seconds": lengths.measured,
            "settle-seconds": lengths.settle,
        } | case.arguments | opponent.load_arguments
        with opponent.start(case.server_arguments) as server:
            disturbance = Disturbance(server.pids)
            cpus = opponent.place.load_generator
            report = run_load_generator(self._load_generator, server, arguments, cpus, lengths.total + SLACK_SECONDS)
            return report | {"others_cpu_share": round(disturbance.share(), 4)}

    def _show_progress(self, result: Result, opponent: Opponent, repetition: int, report: dict) -> None:
        case = result.case
        run = f"{case.name} {repetition}/{self._settings.repetitions} {opponent.name}"
        figures = ", ".join(f"{figure.value(report):,.2f} {figure.unit}" for figure in case.figures)
        remark = " (disturbed)" if result.is_disturbed(report) else ""
        print(f"{run}: {figures}{remark}", file=sys.stderr, flush=True)
