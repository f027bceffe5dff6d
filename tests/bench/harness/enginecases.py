"""The cases of the engine benchmark, what each measures and the ratio it has to reach."""

from .case import Better, Case, Figure, Lengths, Opponents

LARGE_ROOM = {"sessions": 1000, "rooms": 1, "in-flight": 4}
SMALL_ROOMS = {"sessions": 1000, "rooms": 100, "in-flight": 4}
HEARTBEAT = {"ping-interval-ms": 2000}
BROADCAST = {"load": "broadcast", "full": Lengths(4, 10), "quick": Lengths(2, 4)}


def _per_delivery(limit: float, aim: float | None = None) -> tuple[Figure]:
    return (Figure(("cpu_ns_per_delivery",), "µs CPU/delivery", 1e-3, limit, aim),)


def _throughput(limit: float | None) -> tuple[Figure]:
    return (Figure(("deliveries_per_second",), "thousand deliveries/s", 1e-3, limit, better=Better.HIGHER),)


CASES = (
    Case("large-room", "1 room × 1,000, 4 in flight", figures=_per_delivery(1 / 5), arguments=LARGE_ROOM, **BROADCAST),
    Case("small-rooms", "100 rooms × 10, 4 in flight each", figures=_per_delivery(1 / 2, 1 / 3),
         arguments=SMALL_ROOMS, **BROADCAST),
    Case("connect", "10,000 sessions set up", "connect",
         (Figure(("cpu_ns_per_connection",), "µs CPU/connection", 1e-3, 1 / 3, 1 / 5),),
         full=Lengths(settle=3), quick=Lengths(settle=1), arguments={"sessions": 10000, "warmup-sessions": 2000}),
    Case("memory", "10,000 sessions idle", "memory",
         (Figure(("rss_bytes_per_session",), "KiB resident/session", 1 / 1024, 0.75, 0.6),),
         full=Lengths(settle=30), quick=Lengths(settle=10), arguments={"sessions": 10000}, needs_quiet=False),
    Case("heartbeat", "10,000 sessions' heartbeats", "heartbeat",
         (Figure(("cpu_ns_per_heartbeat",), "µs CPU/heartbeat", 1e-3, 1 / 3),),
         full=Lengths(6, 20), quick=Lengths(4, 6), arguments={"sessions": 10000} | HEARTBEAT,
         server_arguments=HEARTBEAT),
    Case("latency", "10,000 sessions, 500 messages/s", "rate",
         (Figure(("latency_us", "p99"), "ms p99 latency", 1e-3, 1.0),),
         full=Lengths(6, 20), quick=Lengths(4, 8), arguments={"sessions": 10000, "rooms": 1000, "rate": 500}),
    Case("two-workers", "1 room × 1,000: 1 worker, then 2", figures=_throughput(1.0), arguments=LARGE_ROOM,
         opponents=Opponents.ONE_WORKER_AND_TWO, **BROADCAST),
    Case("two-workers-small-rooms", "100 rooms × 10: 1 worker, then 2", figures=_throughput(None),
         arguments=SMALL_ROOMS, opponents=Opponents.ONE_WORKER_AND_TWO, **BROADCAST),
)
