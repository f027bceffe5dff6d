"""What was sent and what was acknowledged, kept outside the server."""

import dataclasses
import os


@dataclasses.dataclass(frozen=True)
class Acknowledged:
    room: str
    id: str
    seq: int


class Ledger:
    """An append-only file of `sent` and `acked` lines, synced with each acknowledgement, and the same in memory.

    A message's text is its nonce, so that a message read back says which it is.
    """

    def __init__(self, path):
        self._file = open(path, "a", encoding="utf-8")
        self.sent = {}  # nonce -> room
        self.acked = {}  # nonce -> Acknowledged
        self.contradictions = []

    def note_sent(self, nonce, room):
        if nonce not in self.sent:
            self.sent[nonce] = room
            self._file.write(f"sent {nonce} {room}\n")

    def note_acked(self, nonce, acknowledged):
        before = self.acked.setdefault(nonce, acknowledged)
        if before != acknowledged:
            self.contradictions.append(f"{nonce} was acknowledged as {before} and as {acknowledged}")
        self._file.write(f"acked {nonce} {acknowledged.room} {acknowledged.id} {acknowledged.seq}\n")
        self._file.flush()
        os.fdatasync(self._file.fileno())

    def close(self):
        self._file.close()
