#!/usr/bin/python3
"""Stops confabd in the worst ways there are and looks whether anything acknowledged is missing: see README.md."""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from support.audit import find_faults  # noqa: E402
from support.confabd import Confabd  # noqa: E402
from support.diskfull import run_disk_full  # noqa: E402
from support.ledger import Ledger  # noqa: E402
from support.powercut import cut_power  # noqa: E402
from support.timing import scaled  # noqa: E402
from support.writers import Writer  # noqa: E402

CRASH_POINTS = ("after-insert", "after-commit", "before-publish", "before-ack")
ROOMS = 5


def read_arguments():
    parser = argparse.ArgumentParser(description="Kills confabd and checks that nothing acknowledged is lost.")
    parser.add_argument("--mode", choices=("kill", "power", "full"), default="kill")
    parser.add_argument("--kills", type=int, default=50, help="how often; 50 unless told")
    parser.add_argument("--writers", type=int, default=20, help="how many people write; 20 unless told")
    parser.add_argument("--durability", choices=("full", "off"), default="full",
                        help="off: without syncs; the test then expects losses")
    parser.add_argument("--seed", type=int, default=None, help="the same seed chooses the same moments")
    parser.add_argument("--data", type=Path, default=None, help="data folder to use and keep; else a temporary one")
    arguments = parser.parse_args()
    if not 1 <= arguments.kills <= 100_000 or not 1 <= arguments.writers <= 200:
        parser.error("--kills is from 1 to 100000 and --writers from 1 to 200")
    if arguments.seed is None:
        arguments.seed = random.SystemRandom().randrange(1_000_000)
    return arguments


async def create_rooms(owner, count):
    rooms = ["general"]
    for number in range(count - 1):
        answer = await owner.call("room:create", {"name": f"Room {number + 1}", "kind": "public"})
        rooms.append(answer["room"]["id"])
    return rooms


async def write_until_the_end(writer, url, rooms, chance):
    """Connects, joins and writes until the server is gone, which is how it always ends."""
    try:
        await writer.connect(url)
        for room in rooms:
            await writer.join(room)
        await writer.write(lambda: chance.choice(rooms))
    except asyncio.CancelledError:
        raise
    except Exception as error:  # whatever a killed server looks like to a client
        writer.last_error = error
    finally:
        await writer.close()


async def one_round(arguments, chance, data, log, writers, rooms, ledger):
    """Starts the server, lets everybody write, kills it. Returns whether anything was acknowledged meanwhile, how long
    the start took, and how many writes were undone."""
    point = None
    if arguments.mode == "kill" and chance.random() < 0.6:
        point = f"{chance.choice(CRASH_POINTS)}:{chance.randint(1, 60)}"
    server = Confabd(data, log, crash_point=point, power_cut=arguments.mode == "power",
                     durability=arguments.durability)
    acked_before = len(ledger.acked)
    tasks = [asyncio.ensure_future(write_until_the_end(writer, server.url, rooms, chance)) for writer in writers]
    patience = time.monotonic() + scaled(20)
    while server.is_running and len(ledger.acked) == acked_before and time.monotonic() < patience:
        await asyncio.sleep(0.005)
    moment = time.monotonic() + chance.uniform(0, 0.4) + (scaled(1) if point else 0)
    while server.is_running and time.monotonic() < moment:
        await asyncio.sleep(0.005)
    server.kill()
    done, late = await asyncio.wait(tasks, timeout=scaled(10))
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    undone = cut_power(data) if arguments.mode == "power" else 0
    return len(ledger.acked) > acked_before, server.seconds_to_start, undone


async def read_back(data, log, owner, rooms, ledger):
    server = Confabd(data, log)
    try:
        await owner.connect(server.url)
        for room in rooms:
            await owner.join(room)
        return await find_faults(owner, rooms, ledger)
    finally:
        await owner.close()
        server.stop()


async def run_kills(arguments, folder):
    chance = random.Random(arguments.seed)
    data, log = folder / "data", folder / "confabd.log"
    ledger = Ledger(folder / "ledger.txt")
    owner = Writer("Owner", ledger)
    server = Confabd(data, log)
    await owner.connect(server.url)
    rooms = await create_rooms(owner, ROOMS)
    await owner.close()
    server.stop()

    writers = [Writer(f"Writer {number + 1}", ledger) for number in range(arguments.writers)]
    fruitless = 0
    undone = 0
    slowest_start = 0.0
    for number in range(arguments.kills):
        was_fruitful, seconds, writes = await one_round(arguments, chance, data, log, writers, rooms, ledger)
        fruitless += not was_fruitful
        undone += writes
        slowest_start = max(slowest_start, seconds)
        if (number + 1) % 50 == 0 and number + 1 < arguments.kills:
            print(f"{number + 1} kills, {len(ledger.acked)} acknowledged", flush=True)
    try:
        faults, figures = await read_back(data, log, owner, rooms, ledger)
    except AssertionError as error:
        # Without syncs a power cut may leave a database that cannot even be opened: that is a loss of everything.
        faults, figures = [str(error)], {"acknowledged": len(ledger.acked), "lost": len(ledger.acked)}
    ledger.close()
    if arguments.mode == "power":
        figures |= {"writes undone": undone}
    figures |= {"kills": arguments.kills, "rounds without an acknowledgement": fruitless,
                "slowest start": f"{slowest_start:.2f} s"}
    print(", ".join(f"{name}: {value}" for name, value in figures.items()))
    for fault in faults[:20]:
        print(f"  {fault}")
    if arguments.durability == "off":
        return expect_losses(figures)
    if figures["acknowledged"] < arguments.kills:
        print("Too little was acknowledged for the result to say anything.")
        return 1
    return 1 if faults else 0


def expect_losses(figures):
    if figures["lost"] == 0:
        print("Nothing is missing although nothing was synced: this test could not see a loss.")
        return 1
    print("As expected without syncs: acknowledged messages are missing, so the test can see a loss.")
    return 0


def main():
    arguments = read_arguments()
    print(f"mode {arguments.mode}, seed {arguments.seed}", flush=True)
    if arguments.mode == "full":
        return run_disk_full()
    folder = arguments.data or Path(tempfile.mkdtemp(prefix="confab-faults-"))
    folder.mkdir(parents=True, exist_ok=True)
    status = 1
    try:
        status = asyncio.run(run_kills(arguments, folder))
    finally:
        if arguments.data is None and status == 0:
            shutil.rmtree(folder, ignore_errors=True)
        elif status != 0:
            print(f"The data folder, the ledger and the server's log are kept in {folder}.")
    return status


if __name__ == "__main__":
    sys.exit(main())
