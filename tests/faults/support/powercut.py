"""Undoes what was written since the last sync, as a power cut does."""

import os
import struct

_HEAD = struct.Struct("<qqq")  # offset, length of the old bytes, size of the file before


def cut_power(folder):
    """Puts every file of `folder` that the VFS in ../powercut took notes of back to its last sync. Returns how many
    writes were lost."""
    lost = 0
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            if name.endswith("-shm"):
                os.unlink(path)  # shared memory does not outlive the machine
            elif name.endswith(".undo"):
                lost += _undo(path.removesuffix(".undo"), path)
    return lost


def _notes(path):
    with open(path, "rb") as file:
        content = file.read()
    position = 0
    while position + _HEAD.size <= len(content):
        offset, length, size = _HEAD.unpack_from(content, position)
        position += _HEAD.size
        if position + length > len(content):
            break  # a note that was never finished: its write has not happened either
        yield offset, content[position:position + length], size
        position += length


def _undo(path, undo_path):
    notes = list(_notes(undo_path))
    if os.path.exists(path):
        with open(path, "r+b") as file:
            for offset, old, size in reversed(notes):
                file.seek(offset)
                file.write(old)
                file.truncate(size)
    os.unlink(undo_path)
    return len(notes)
