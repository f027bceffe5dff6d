"""confabd backup, check and restore."""

import threading
import unittest

from support.case import ServerCase
from support.server import run, wait_until


class Maintenance(ServerCase):
    def setUp(self):
        super().setUp()
        self.copy = self.folder / "copy.db"

    def maintain(self, *words, folder=None):
        return run(*map(str, words), "--data", str(folder or self.data))

    def assert_works(self, *words, folder=None):
        code, output, errors = self.maintain(*words, folder=folder)
        self.assertEqual((0, ""), (code, errors))
        return output

    def test_a_backup_taken_while_people_write_holds_everything_that_was_acknowledged_before(self):
        server = self.server(messagesPerSecond=0)
        writer = self.person(server, "Writer")
        said = []
        enough = threading.Event()

        def write():
            while not enough.is_set():
                said.append(writer.say(f"text {len(said)}"))

        thread = threading.Thread(target=write)
        thread.start()
        try:
            wait_until(lambda: len(said) > 20, "some messages are there")
            before = len(said)
            self.assert_works("backup", self.copy)
            during = len(said)
        finally:
            enough.set()
            thread.join()
        self.assertGreater(during, before)
        elsewhere = self.folder / "elsewhere"
        self.assert_works("restore", self.copy, folder=elsewhere)
        self.assertIn("is sound", self.assert_works("check", folder=elsewhere))
        reader = self.person(self.server(folder=elsewhere), "Reader")
        texts = reader.texts()
        self.assertGreaterEqual(len(texts), before)
        self.assertEqual([f"text {number}" for number in range(len(texts))], texts)

    def test_restore_puts_back_what_was_there_and_keeps_what_was_there_since(self):
        server = self.server()
        token = self.person(server).token
        self.person(server, token=token).say("kept")
        self.assert_works("backup", self.copy)
        self.person(server, token=token).say("too late")
        server.stop()
        report = self.assert_works("restore", self.copy)
        self.assertIn("kept as", report)
        person = self.person(self.server(), token=token)
        self.assertEqual(["kept"], person.texts())

    def test_restore_is_refused_while_the_server_runs(self):
        server = self.server()
        person = self.person(server)
        self.assert_works("backup", self.copy)
        person.say("still here")
        code, _, errors = self.maintain("restore", self.copy)
        self.assertEqual(1, code)
        self.assertIn(f"process {server.process.pid}", errors)
        self.assertEqual(["still here"], person.texts())

    def test_check_works_beside_a_running_server(self):
        self.person(self.server()).say("hello")
        self.assertIn("1 messages", self.assert_works("check"))

    def test_check_tells_of_damage(self):
        server = self.server(messagesPerSecond=0)
        person = self.person(server)
        for number in range(100):
            person.say(f"needle {number} " + "x" * 500)
        server.stop()
        database = self.data / "confab.db"
        content = database.read_bytes()
        self.assertIn(b"needle 50 ", content)
        database.write_bytes(content.replace(b"needle 50 ", b"nettle 50 "))
        code, output, errors = self.maintain("check")
        self.assertEqual((1, ""), (code, output))
        self.assertTrue(errors)

    def test_nothing_is_made_where_there_is_nothing(self):
        for words in (("backup", self.copy), ("check",)):
            code, _, errors = self.maintain(*words)
            self.assertEqual(1, code)
            self.assertIn(str(self.data), errors)
        self.assertFalse(self.data.exists())
        self.assertFalse(self.copy.exists())

    def test_what_is_no_backup_is_not_restored(self):
        server = self.server()
        token = self.person(server).token
        self.person(server, token=token).say("kept")
        server.stop()
        for content in (b"", b"no database", None):
            if content is not None:
                self.copy.write_bytes(content)
            else:
                self.copy.unlink()
            code, _, errors = self.maintain("restore", self.copy)
            self.assertEqual(1, code)
            self.assertIn(str(self.copy), errors)
        self.assertEqual(["kept"], self.person(self.server(), token=token).texts())


if __name__ == "__main__":
    unittest.main()
