"""Hosts and seekers in networks of their own: network namespaces of the kernel, wired up by this test.

It needs root, or the right to make user namespaces, and the program `ip`; without these it is skipped. Nothing of it
touches the machine's own network.
"""

import os
import queue
import shutil
import subprocess
import sys
import threading
import time
import unittest

PROBE = os.environ.get("CONFAB_DISCOVERY_PROBE", "")
SLOWNESS = float(os.environ.get("CONFAB_TEST_SLOWNESS", "1"))
INSIDE = "CONFAB_INSIDE_NAMESPACE"
# Ends with its standard input, so that no namespace outlives the test.
HOLD = ["cat"]


def ip(*words):
    subprocess.run(["ip", *words], check=True, stdout=subprocess.DEVNULL)


class Machine:
    """A machine with a network of its own: a namespace held by a process."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["unshare", "--net", *HOLD], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        )
        own = os.readlink("/proc/self/ns/net")
        while os.readlink(f"/proc/{self.process.pid}/ns/net") == own:
            time.sleep(0.001)
        self.run("ip", "link", "set", "lo", "up")

    def command(self, *words):
        return ["nsenter", f"--net=/proc/{self.process.pid}/ns/net", *words]

    def run(self, *words):
        subprocess.run(self.command(*words), check=True, stdout=subprocess.DEVNULL)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Probe:
    """The program under test on one machine, with the lines that it prints."""

    def __init__(self, machine, *words):
        self.process = subprocess.Popen(
            machine.command(PROBE, *words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def wait_for(self, wanted, seconds=10):
        deadline = time.monotonic() + seconds * SLOWNESS
        seen = []
        while True:
            try:
                seen.append(self.lines.get(timeout=max(0.0, deadline - time.monotonic())))
            except queue.Empty:
                raise AssertionError(f"no line '{wanted}' among {seen}") from None
            if seen[-1] == wanted:
                return

    def is_silent(self, seconds):
        try:
            return self.lines.get(timeout=seconds) is None
        except queue.Empty:
            return True

    def end(self):
        self.process.stdin.close()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()


class Networks(unittest.TestCase):
    def machine(self):
        machine = Machine()
        self.addCleanup(machine.end)
        return machine

    def probe(self, machine, *words):
        probe = Probe(machine, *words)
        self.addCleanup(probe.end)
        return probe

    def host(self, machine, name, port):
        self.probe(machine, "host", name, str(port)).wait_for("announced")

    def wire(self, one, one_address, other, other_address, name="wire"):
        """A cable between two machines."""
        ip("link", "add", f"{name}0", "netns", str(one.process.pid), "type", "veth",
           "peer", "name", f"{name}1", "netns", str(other.process.pid))
        for machine, end, address in ((one, 0, one_address), (other, 1, other_address)):
            machine.run("ip", "address", "add", address, "broadcast", "+", "dev", f"{name}{end}")
            machine.run("ip", "link", "set", f"{name}{end}", "up")

    def test_a_chat_on_the_same_network_is_found_at_its_address(self):
        host, seeker = self.machine(), self.machine()
        self.wire(host, "192.168.7.1/24", seeker, "192.168.7.2/24")
        self.host(host, "Kitchen", 8418)
        self.probe(seeker, "find").wait_for("found Kitchen 192.168.7.1:8418")

    def test_a_chat_is_found_where_multicasts_do_not_get_through(self):
        host, seeker = self.machine(), self.machine()
        self.wire(host, "192.168.7.1/24", seeker, "192.168.7.2/24")
        seeker.run("ip", "link", "set", "wire1", "multicast", "off")
        self.host(host, "Kitchen", 8418)
        self.probe(seeker, "find").wait_for("found Kitchen 192.168.7.1:8418")

    def test_a_chat_is_found_where_broadcasts_do_not_get_through(self):
        host, seeker = self.machine(), self.machine()
        self.wire(host, "192.168.7.1/24", seeker, "192.168.7.2/24")
        # In another subnet of the same cable: its broadcasts mean nothing to the host.
        seeker.run("ip", "address", "flush", "dev", "wire1")
        seeker.run("ip", "address", "add", "10.1.1.1/30", "dev", "wire1")
        seeker.run("ip", "route", "add", "192.168.7.0/24", "dev", "wire1")
        host.run("ip", "route", "add", "10.1.1.0/30", "dev", "wire0")
        self.host(host, "Kitchen", 8418)
        self.probe(seeker, "find").wait_for("found Kitchen 192.168.7.1:8418")

    def test_a_remembered_host_is_found_behind_a_router(self):
        host, router, seeker = self.machine(), self.machine(), self.machine()
        self.wire(host, "192.168.7.2/24", router, "192.168.7.1/24", "left")
        self.wire(seeker, "192.168.8.2/24", router, "192.168.8.1/24", "right")
        host.run("ip", "route", "add", "default", "via", "192.168.7.1")
        seeker.run("ip", "route", "add", "default", "via", "192.168.8.1")
        router.run("sysctl", "-qw", "net.ipv4.ip_forward=1")
        self.host(host, "Kitchen", 8418)
        self.probe(seeker, "find", "192.168.7.2").wait_for("found Kitchen 192.168.7.2:8418")
        self.assertTrue(self.probe(seeker, "find").is_silent(1), "nothing but the remembered address leads there")

    def test_chats_on_several_networks_are_all_found(self):
        one, other, seeker = self.machine(), self.machine(), self.machine()
        self.wire(one, "192.168.7.1/24", seeker, "192.168.7.2/24", "left")
        self.wire(other, "192.168.8.1/24", seeker, "192.168.8.2/24", "right")
        self.host(one, "Kitchen", 8418)
        self.host(other, "Garden", 4711)
        probe = self.probe(seeker, "find")
        lines = sorted(probe.lines.get(timeout=10 * SLOWNESS) for _ in range(2))
        self.assertEqual(lines, ["found Garden 192.168.8.1:4711", "found Kitchen 192.168.7.1:8418"])

    def test_a_network_that_comes_later_is_noticed_on_both_sides(self):
        host, seeker = self.machine(), self.machine()
        self.host(host, "Kitchen", 8418)
        probe = self.probe(seeker, "find")
        probe.wait_for("no network")
        self.wire(host, "192.168.7.1/24", seeker, "192.168.7.2/24")
        probe.wait_for("network")
        probe.wait_for("found Kitchen 192.168.7.1:8418", 20)

    def test_a_host_that_is_unplugged_is_lost_and_found_again(self):
        host, seeker = self.machine(), self.machine()
        self.wire(host, "192.168.7.1/24", seeker, "192.168.7.2/24")
        self.host(host, "Kitchen", 8418)
        probe = self.probe(seeker, "find")
        probe.wait_for("found Kitchen 192.168.7.1:8418")
        host.run("ip", "link", "set", "wire0", "down")
        probe.wait_for("lost probe-Kitchen/8418/Kitchen", 20)
        host.run("ip", "link", "set", "wire0", "up")
        probe.wait_for("found Kitchen 192.168.7.1:8418", 20)


def why_not():
    """What is missing for namespaces; None when nothing is."""
    if not PROBE:
        return "CONFAB_DISCOVERY_PROBE does not name the program"
    for program in ("ip", "unshare", "nsenter"):
        if not shutil.which(program):
            return f"the program {program} is missing"
    attempt = subprocess.run(
        ["unshare", "--net", "ip", "link", "add", "try0", "type", "veth", "peer", "name", "try1"],
        stderr=subprocess.PIPE, text=True, check=False,
    )
    return f"no network namespaces here: {attempt.stderr.strip()}" if attempt.returncode else None


def main():
    os.environ["PATH"] += ":/usr/sbin:/sbin"
    if os.geteuid() != 0 and INSIDE not in os.environ and shutil.which("unshare"):
        os.environ[INSIDE] = "1"
        inside = ["unshare", "--map-root-user", "--net"]
        if subprocess.run([*inside, "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0:
            os.execvp("unshare", [*inside, sys.executable, *sys.argv])
    missing = why_not()
    if missing:
        print(f"SKIPPED: {missing}")
        sys.exit(77)
    unittest.main(verbosity=2)


if __name__ == "__main__":
    main()
