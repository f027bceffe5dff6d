"""What a benchmark consists of: cases, and the figures each of them yields."""

from dataclasses import dataclass, field
from enum import Enum


class Better(Enum):
    LOWER = "lower"
    HIGHER = "higher"


class Opponents(Enum):
    """Which servers a case needs."""

    REFERENCE_AND_OURS = "reference and ours"
    ONE_WORKER_AND_TWO = "one worker and two"
    OURS = "ours"


@dataclass(frozen=True)
class Lengths:
    """How long a run lasts, in seconds."""

    warmup: int = 0
    measured: int = 0
    settle: int = 0

    @property
    def total(self) -> int:
        return self.warmup + self.measured + self.settle


@dataclass(frozen=True)
class Figure:
    path: tuple[str, ...]  # where it is in the load generator's report
    unit: str  # as printed
    scale: float = 1.0  # from the report's unit to the printed one
    # What the ratio to the first opponent has to reach, or the figure itself where ours is alone; None: only reported.
    limit: float | None = None
    aim: float | None = None
    better: Better = Better.LOWER

    @property
    def name(self) -> str:
        return ".".join(self.path)

    def value(self, report: dict) -> float:
        for name in self.path:
            report = report[name]
        return float(report) * self.scale

    def passes(self, judged: float) -> bool:
        return self.limit is None or self._reaches(judged, self.limit)

    def reaches_aim(self, judged: float) -> bool:
        return self.aim is not None and self._reaches(judged, self.aim)

    def _reaches(self, judged: float, bound: float) -> bool:
        return judged <= bound if self.better is Better.LOWER else judged >= bound


@dataclass(frozen=True)
class Case:
    name: str
    title: str
    load: str  # the load generator's name for it
    figures: tuple[Figure, ...]
    full: Lengths = Lengths()
    quick: Lengths = Lengths()
    arguments: dict[str, int] = field(default_factory=dict)  # for the load generator
    server_arguments: dict[str, int] = field(default_factory=dict)
    opponents: Opponents = Opponents.REFERENCE_AND_OURS
    needs_quiet: bool = True  # whether other programs' use of the processors changes the figures

    def lengths(self, quick: bool) -> Lengths:
        return self.quick if quick else self.full
