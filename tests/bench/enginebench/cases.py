"""The cases of the engine benchmark, what each measures and the ratio it has to reach."""

from dataclasses import dataclass, field
from enum import Enum


class Better(Enum):
    LOWER = "lower"
    HIGHER = "higher"


class Opponents(Enum):
    """Which two servers a case compares."""

    REFERENCE_AND_OURS = "reference and ours"
    ONE_WORKER_AND_TWO = "one worker and two"


@dataclass(frozen=True)
class Lengths:
    """How long a run lasts, in seconds."""

    warmup: int
    measured: int
    settle: int = 0


@dataclass(frozen=True)
class Case:
    name: str
    title: str
    load: str  # the load generator's name for it
    figure: tuple[str, ...]  # where the figure is in the load generator's report
    unit: str  # as printed
    scale: float  # from the report's unit to the printed one
    limit: float | None  # the ratio to the first opponent which must be reached; None: only reported
    aim: float | None
    full: Lengths
    quick: Lengths
    arguments: dict[str, int] = field(default_factory=dict)
    server_arguments: dict[str, int] = field(default_factory=dict)
    better: Better = Better.LOWER
    opponents: Opponents = Opponents.REFERENCE_AND_OURS
    needs_quiet: bool = True  # whether other programs' use of the processors changes the figure

    def lengths(self, quick: bool) -> Lengths:
        return self.quick if quick else self.full

    def value(self, report: dict) -> float:
        for name in self.figure:
            report = report[name]
        return float(report) * self.scale

    def passes(self, ratio: float) -> bool:
        return self.limit is None or self._reaches(ratio, self.limit)

    def reaches_aim(self, ratio: float) -> bool:
        return self.aim is not None and self._reaches(ratio, self.aim)

    def _reaches(self, ratio: float, bound: float) -> bool:
        return ratio <= bound if self.better is Better.LOWER else ratio >= bound


LARGE_ROOM = {"sessions": 1000, "rooms": 1, "in-flight": 4}
SMALL_ROOMS = {"sessions": 1000, "rooms": 100, "in-flight": 4}
HEARTBEAT = {"ping-interval-ms": 2000}

_PER_DELIVERY = {"figure": ("cpu_ns_per_delivery",), "unit": "µs CPU/delivery", "scale": 1e-3}
_THROUGHPUT = {
    "figure": ("deliveries_per_second",),
    "unit": "thousand deliveries/s",
    "scale": 1e-3,
    "better": Better.HIGHER,
    "opponents": Opponents.ONE_WORKER_AND_TWO,
}
_BROADCAST = {"load": "broadcast", "full": Lengths(4, 10), "quick": Lengths(2, 4)}

CASES = (
    Case("large-room", "1 room × 1,000, 4 in flight", limit=1 / 5, aim=None, arguments=LARGE_ROOM,
         **_PER_DELIVERY, **_BROADCAST),
    Case("small-rooms", "100 rooms × 10, 4 in flight each", limit=1 / 2, aim=1 / 3, arguments=SMALL_ROOMS,
         **_PER_DELIVERY, **_BROADCAST),
    Case("connect", "10,000 sessions set up", "connect", ("cpu_ns_per_connection",), "µs CPU/connection", 1e-3,
         limit=1 / 3, aim=1 / 5, full=Lengths(0, 0, 3), quick=Lengths(0, 0, 1),
         arguments={"sessions": 10000, "warmup-sessions": 2000}),
    Case("memory", "10,000 sessions idle", "memory", ("rss_bytes_per_session",), "KiB resident/session", 1 / 1024,
         limit=0.75, aim=0.6, full=Lengths(0, 0, 30), quick=Lengths(0, 0, 10), arguments={"sessions": 10000},
         needs_quiet=False),
    Case("heartbeat", "10,000 sessions' heartbeats", "heartbeat", ("cpu_ns_per_heartbeat",), "µs CPU/heartbeat", 1e-3,
         limit=1 / 3, aim=None, full=Lengths(6, 20), quick=Lengths(4, 6),
         arguments={"sessions": 10000} | HEARTBEAT, server_arguments=HEARTBEAT),
    Case("latency", "10,000 sessions, 500 messages/s", "rate", ("latency_us", "p99"), "ms p99 latency", 1e-3,
         limit=1.0, aim=None, full=Lengths(6, 20), quick=Lengths(4, 8),
         arguments={"sessions": 10000, "rooms": 1000, "rate": 500}),
    Case("two-workers", "1 room × 1,000: 1 worker, then 2", limit=1.0, aim=None, arguments=LARGE_ROOM,
         **_THROUGHPUT, **_BROADCAST),
    Case("two-workers-small-rooms", "100 rooms × 10: 1 worker, then 2", limit=None, aim=None, arguments=SMALL_ROOMS,
         **_THROUGHPUT, **_BROADCAST),
)
