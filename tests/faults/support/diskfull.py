"""Fills the server's disk, gives space back, and looks what became of the messages."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.audit import find_faults
from support.confabd import Confabd
from support.ledger import Acknowledged, Ledger
from support.timing import scaled
from support.writers import Refused, Writer

SKIPPED = 77
DISK_BYTES = 12 * 1024 * 1024
INSIDE = "CONFAB_FAULTS_INSIDE_NAMESPACE"


def run_disk_full():
    """In a mount namespace of its own, with a small disk in memory. Skipped where the system allows neither."""
    if os.environ.get(INSIDE):
        return asyncio.run(_fill_and_free(Path(os.environ[INSIDE])))
    folder = Path(tempfile.mkdtemp(prefix="confab-full-"))
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--user", "--map-root-user"]
    try:
        if subprocess.run([*unshare, "true"], capture_output=True).returncode != 0:
            print("This system lets nobody mount a small disk here.")
            return SKIPPED
        script = f'mount -t tmpfs -o size={DISK_BYTES} confab "$1" && shift && exec "$@"'
        command = [*unshare, "/bin/sh", "-c", script, "sh", str(folder), sys.executable, *sys.argv]
        return subprocess.run(command, env=os.environ | {INSIDE: str(folder)}, timeout=scaled(300)).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(path):
    with open(path, "wb", buffering=0) as file:
        for size in (65536, 4096, 512):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                pass


async def _send(writer, ledger, nonce):
    ledger.note_sent(nonce, "general")
    answer = await writer.call("message:send", {"room": "general", "nonce": nonce, "text": nonce})
    ledger.note_acked(nonce, Acknowledged("general", answer["id"], answer["seq"]))


async def _fill_and_free(disk):
    with tempfile.TemporaryDirectory(prefix="confab-ledger-") as outside:
        ledger = Ledger(Path(outside) / "ledger.txt")
        log = Path(outside) / "confabd.log"
        server = Confabd(disk / "data", log)
        writer = Writer("Writer", ledger)
        await writer.connect(server.url)
        for number in range(100):
            await _send(writer, ledger, f"before/{number}")

        filler = disk / "filler"
        _fill(filler)
        refusals = await _write_until_refused(writer, ledger)
        for number in range(50):  # it stays refused, and says why, as long as there is no space
            code = await _refusal_of(writer, ledger, f"full/{number}")
            if code != "storage_full":
                raise AssertionError(f"on a full disk the answer was {code} instead of storage_full")

        filler.unlink()
        freed = time.monotonic()
        while (code := await _refusal_of(writer, ledger, "after/0")) is not None:
            if time.monotonic() > freed + scaled(5):
                raise AssertionError(f"5 s after there was space again the answer is still {code}")
            await asyncio.sleep(0.05)
        seconds = time.monotonic() - freed
        for number in range(1, 100):
            await _send(writer, ledger, f"after/{number}")
        faults, figures = await find_faults(writer, ["general"], ledger)
        await writer.close()
        code = server.stop()
        print(f"acknowledged: {figures['acknowledged']}, lost: {figures['lost']}, "
              f"accepted while filling up: {refusals}, back after {seconds:.2f} s, exit code {code}")
        for fault in faults[:20]:
            print(f"  {fault}")
        return 1 if faults or code != 0 else 0


async def _refusal_of(writer, ledger, nonce):
    """The code of the refusal; None when the message was accepted."""
    try:
        await _send(writer, ledger, nonce)
    except Refused as refused:
        return refused.code
    return None


async def _write_until_refused(writer, ledger):
    """What is left in the database's own free pages may take a few more; how many those were."""
    for number in range(20_000):
        if await _refusal_of(writer, ledger, f"filling/{number}") is not None:
            return number
    raise AssertionError("the disk is full, but the server goes on accepting messages")
