"""What those who run a server see of it: /healthz and the log."""

import json
import re
import resource
import signal
import unittest

from support.case import ServerCase
from support.server import wait_until

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (debug|info|warning|error) [a-z.]+ \S.*")


class Health(ServerCase):
    def test_a_server_that_is_well_says_so(self):
        server = self.server()
        self.person(server)
        status, body = server.health()
        report = json.loads(body)
        self.assertEqual((200, "ok", 1), (status, report["status"], report["connections"]))
        self.assertGreater(report["uptimeMs"], 0)
        self.assertTrue(report["version"])

    def test_while_nothing_can_be_stored_it_says_so_and_recovers_by_itself(self):
        # Beyond the limit on the size of files every write fails. Python ignores the signal for it; so does its child.
        server = self.server(restore_signals=False, messagesPerSecond=0)
        person = self.person(server)
        person.say("before")
        unlimited = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
        refusal = person.ask("message:send", {"room": "general", "nonce": "n1", "text": "lost?"})
        self.assertFalse(refusal["ok"])
        self.assertIn(refusal["error"]["code"], ("storage_failed", "storage_full"))
        status, body = server.health()
        self.assertEqual((503, refusal["error"]["code"]), (status, json.loads(body)["status"]))
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, unlimited)

        def is_stored():
            return person.ask("message:send", {"room": "general", "nonce": "n1", "text": "lost?"})["ok"]

        wait_until(is_stored, "messages can be stored again")
        self.assertEqual(200, server.health()[0])
        self.assertEqual(["before", "lost?"], person.texts())


class Log(ServerCase):
    def talk(self, *flags):
        server = self.server("--log-level", "debug", *flags)
        person = self.person(server, "Eve", password="a secret password")
        person.say("a confidential text")
        server.send(signal.SIGTERM)
        self.assertEqual(0, server.wait())
        for secret in ("a secret password", "a confidential text", person.token):
            self.assertNotIn(secret, server.log())
        return server

    def test_text_lines_have_time_level_and_category(self):
        server = self.talk()
        lines = server.log().splitlines()
        self.assertGreaterEqual(len(lines), 3)
        for line in lines:
            self.assertRegex(line, LINE)
        self.assertIn("chat.node stopped", lines[-1])

    def test_json_lines_are_objects(self):
        server = self.talk("--log-format", "json")
        lines = server.log().splitlines() + server.output().splitlines()
        self.assertGreaterEqual(len(lines), 4)
        for line in lines:
            self.assertEqual({"time", "level", "category", "message"}, set(json.loads(line)))
        self.assertEqual(f"listening on 127.0.0.1 port {server.port}", json.loads(server.output())["message"])

    def test_a_higher_level_leaves_out_the_rest_but_not_that_it_listens(self):
        server = self.server("--log-level", "error")
        server.send(signal.SIGTERM)
        self.assertEqual(0, server.wait())
        self.assertEqual("", server.log())
        self.assertIn("listening on", server.output())


if __name__ == "__main__":
    unittest.main()
