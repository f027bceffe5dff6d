"""The cases of the chat benchmark: against the reference, and of ours alone with a million messages stored."""

from dataclasses import dataclass

from .case import Better, Case, Figure, Lengths, Opponents

PEOPLE = {"sessions": 1000, "rooms": 100}


def _milliseconds(part: str, quantile: str, name: str, limit: float | None = None) -> Figure:
    return Figure((part, quantile), f"ms {quantile} {name}", 1e-3, limit)


_LATENCIES = tuple(_milliseconds(part, quantile, name)
                   for part, name in (("acknowledgement_us", "ack"), ("delivery_us", "delivery"))
                   for quantile in ("p50", "p99"))
_CPU = Figure(("deliveries_per_cpu_second",), "thousand deliveries/CPU s", 1e-3, 5.0, better=Better.HIGHER)
_OUT_OF_ORDER = Figure(("out_of_order_share",), "% out of order", 100)

AGAINST_REFERENCE = (
    Case("saturated", "100 rooms × 10, 4 in flight each", "chat-broadcast",
         (_CPU, Figure(("deliveries_per_second",), "thousand deliveries/s", 1e-3, better=Better.HIGHER))
         + _LATENCIES + (_OUT_OF_ORDER,),
         full=Lengths(4, 12), quick=Lengths(2, 4), arguments=PEOPLE | {"in-flight": 4}),
    Case("steady", "100 rooms × 10, 500 messages/s", "chat-rate", _LATENCIES,
         full=Lengths(4, 20), quick=Lengths(2, 5), arguments=PEOPLE | {"rate": 500}),
) + tuple(
    Case(f"writers-{writers}", f"{writers} sending, 1 in flight each", "chat-writers",
         (Figure(("acknowledgements_per_second",), "acks/s", better=Better.HIGHER),
          _milliseconds("acknowledgement_us", "p50", "ack"), _milliseconds("acknowledgement_us", "p99", "ack")),
         full=Lengths(2, 8), quick=Lengths(1, 3), arguments={"sessions": writers})
    for writers in (1, 10, 100)
)


@dataclass(frozen=True)
class Contents:
    """What the data folder of the cases below holds."""

    messages: int
    largest_room: int  # of the messages
    users: int = 1000
    rooms: int = 200
    seed: int = 1


FULL_CONTENTS = Contents(messages=1_200_000, largest_room=1_000_000)
QUICK_CONTENTS = Contents(messages=120_000, largest_room=100_000)

WITH_CONTENTS = (
    Case("history", "50 messages, anywhere in a room", "history", (_milliseconds("latency_us", "p99", "answer", 5),),
         arguments={"sessions": 1, "requests": 3000}, opponents=Opponents.OURS),
    Case("search", "first page, frequent and rare words", "search",
         (_milliseconds("latency_us", "p50", "answer"), _milliseconds("latency_us", "p99", "answer", 50)),
         arguments={"sessions": 1, "requests": 800}, opponents=Opponents.OURS),
    Case("sync", "10,000 events missed", "sync", (_milliseconds("latency_us", "p99", "until caught up", 200),),
         arguments={"sessions": 1, "requests": 30, "events": 10000}, opponents=Opponents.OURS),
    Case("join", "connect until welcome, 200 rooms", "join", (_milliseconds("latency_us", "p99", "until welcome", 50),),
         arguments={"sessions": 1, "requests": 200, "rooms": FULL_CONTENTS.rooms}, opponents=Opponents.OURS),
    Case("resident", "1,000 connected, 200 rooms", "resident",
         (Figure(("resident_bytes",), "MB resident", 1e-6, 150),),
         full=Lengths(settle=15), quick=Lengths(settle=5), arguments={"sessions": 1000}, opponents=Opponents.OURS,
         needs_quiet=False),
)

CASES = AGAINST_REFERENCE + WITH_CONTENTS
