"""Runs one case on its two opponents in turn and compares the medians."""

import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path

from . import placement
from .cases import Case, Opponents
from .children import RunFailed, run_load_generator, running_server
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
    command: str
    workers: int
    place: placement.Placement


@dataclass
class Result:
    case: Case
    opponents: tuple[str, str]
    reports: dict[str, list[dict]] = field(default_factory=dict)
    discarded: dict[str, list[dict]] = field(default_factory=dict)  # disturbed runs which were repeated
    failure: str = ""

    def values(self, opponent: str) -> list[float]:
        return [self.case.value(report) for report in self.reports.get(opponent, [])]

    def median(self, opponent: str) -> float:
        return statistics.median(self.values(opponent))

    def spread(self, opponent: str) -> float:
        """Largest minus smallest value, as a share of the median."""
        values = self.values(opponent)
        return (max(values) - min(values)) / self.median(opponent) if self.median(opponent) else 0.0

    @property
    def ratio(self) -> float:
        """The second opponent's median over the first's."""
        first, second = (self.median(name) for name in self.opponents)
        return second / first if first else float("inf")

    @property
    def passed(self) -> bool:
        return not self.failure and self.case.passes(self.ratio)

    @property
    def disturbed_runs(self) -> int:
        return sum(self.is_disturbed(report) for runs in self.reports.values() for report in runs)

    def is_disturbed(self, report: dict) -> bool:
        return self.case.needs_quiet and report["others_cpu_share"] > DISTURBED


def opponents_of(case: Case, reference: str, ours: str) -> tuple[Opponent, Opponent]:
    if case.opponents is Opponents.ONE_WORKER_AND_TWO:
        place = placement.shared()
        return Opponent("1 worker", ours, 1, place), Opponent("2 workers", ours, 2, place)
    place = placement.apart()
    return Opponent("reference", reference, 1, place), Opponent("ours", ours, 1, place)


class Comparison:
    def __init__(self, load_generator: Path, reference: str, ours: str, settings: Settings):
        self._load_generator = load_generator
        self._reference = reference
        self._ours = ours
        self._settings = settings

    def run(self, case: Case) -> Result:
        opponents = opponents_of(case, self._reference, self._ours)
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
        } | case.arguments
        deadline = lengths.warmup + lengths.measured + lengths.settle + SLACK_SECONDS
        server_arguments = {"workers": opponent.workers} | case.server_arguments
        with running_server(opponent.command, server_arguments, opponent.place.server) as server:
            disturbance = Disturbance(server.pid)
            cpus = opponent.place.load_generator
            report = run_load_generator(self._load_generator, server, arguments, cpus, deadline)
            return report | {"others_cpu_share": round(disturbance.share(), 4)}

    def _show_progress(self, result: Result, opponent: Opponent, repetition: int, report: dict) -> None:
        case = result.case
        run = f"{case.name} {repetition}/{self._settings.repetitions} {opponent.name}"
        remark = " (disturbed)" if result.is_disturbed(report) else ""
        print(f"{run}: {case.value(report):,.2f} {case.unit}{remark}", file=sys.stderr, flush=True)
