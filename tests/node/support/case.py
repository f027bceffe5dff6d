"""What the tests of confabd have in common."""

import tempfile
import unittest
from pathlib import Path

from support.people import Person
from support.server import Server


class ServerCase(unittest.TestCase):
    """Each test has a folder of its own, and all servers and people it has made are gone after it."""

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.data = self.folder / "data"

    def server(self, *flags, **options):
        server = Server(options.pop("folder", self.data), *flags, **options)
        self.addCleanup(server.kill)
        return server

    def person(self, server, name="Ann", **auth):
        person = Person(server, name, **auth)
        self.addCleanup(person.leave)
        return person
