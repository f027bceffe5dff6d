"""Which processors the server and the load generator may use."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Placement:
    server: frozenset[int]
    load_generator: frozenset[int]

    @property
    def waiting(self) -> str:
        """How the load generator waits: without pause only on a processor which the server cannot use."""
        return "asleep" if self.server & self.load_generator else "busy"


def processors() -> list[int]:
    return sorted(os.sched_getaffinity(0))


def apart() -> Placement:
    """The server on one processor, the load generator on another one if there is one."""
    usable = processors()
    return Placement(frozenset(usable[:1]), frozenset(usable[1:2] or usable))


def roomy() -> Placement:
    """The load generator on the last processor, the server on up to four others if there are others."""
    usable = processors()
    return Placement(frozenset(usable[:-1][:4] or usable), frozenset(usable[-1:]))


def shared() -> Placement:
    """Both on the same two processors."""
    usable = frozenset(processors()[:2])
    return Placement(usable, usable)
