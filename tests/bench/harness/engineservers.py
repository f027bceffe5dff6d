"""The two servers of the engine benchmark."""

import functools

from . import placement
from .case import Case, Opponents
from .children import options, running_server
from .comparison import Opponent


class EngineServers:
    def __init__(self, reference: list[str], ours: list[str]):
        self._reference = reference
        self._ours = ours

    def opponents_of(self, case: Case) -> tuple[Opponent, ...]:
        if case.opponents is Opponents.ONE_WORKER_AND_TWO:
            place = placement.shared()
            return (self._opponent("1 worker", self._ours, 1, place), self._opponent("2 workers", self._ours, 2, place))
        place = placement.apart()
        return (self._opponent("reference", self._reference, 1, place), self._opponent("ours", self._ours, 1, place))

    @staticmethod
    def _opponent(name: str, command: list[str], workers: int, place: placement.Placement) -> Opponent:
        return Opponent(name, functools.partial(_start, command, workers, place), place)


def _start(command: list[str], workers: int, place: placement.Placement, arguments: dict):
    return running_server(command + options({"port": 0, "workers": workers} | arguments), place.server)
