"""How confabd starts and ends."""

import contextlib
import signal
import socket
import unittest

from socketio.exceptions import SocketIOError

from support.case import ServerCase
from support.server import Server, run, scaled, wait_until


class Starting(ServerCase):
    def test_an_empty_folder_is_enough_for_a_chat_with_the_room_general(self):
        person = self.person(self.server())
        self.assertEqual(["General"], [room["name"] for room in person.welcome["rooms"]])

    def test_no_flag_at_all_is_needed(self):
        # The port is the only thing that has to differ: somebody may run a server on this machine.
        home = {"XDG_DATA_HOME": str(self.folder / "home")}
        server = Server(None, environment=home)
        self.addCleanup(server.kill)
        self.person(server).say("hello")
        server.stop()
        code, output, _ = run("check", **home)
        self.assertEqual(0, code)
        self.assertIn(str(self.folder / "home" / "confab" / "server"), output)

    def test_several_addresses_share_the_port_that_was_free(self):
        server = self.server("--listen", "127.0.0.2")
        wait_until(lambda: server.output().count("\n") == 2, "both addresses are told")
        self.assertEqual(
            f"listening on 127.0.0.1 port {server.port}\nlistening on 127.0.0.2 port {server.port}\n", server.output()
        )
        socket.create_connection(("127.0.0.2", server.port), timeout=scaled(10)).close()

    def test_a_second_server_on_the_same_folder_names_folder_and_process(self):
        first = self.server()
        code, output, errors = run("--data", str(self.data), "--listen", "127.0.0.1", "--port", "0")
        self.assertEqual((1, ""), (code, output))
        self.assertIn(str(self.data), errors)
        self.assertIn(f"process {first.process.pid}", errors)
        self.person(first).say("undisturbed")

    def test_a_port_that_is_taken_is_named(self):
        first = self.server()
        other = str(self.folder / "other")
        code, _, errors = run("--data", other, "--listen", "127.0.0.1", "--port", str(first.port))
        self.assertEqual(1, code)
        self.assertIn(f"127.0.0.1 port {first.port}", errors)

    def test_a_wrong_configuration_ends_with_2_and_makes_no_folder(self):
        for arguments in (["--port", "x"], ["--limit", "maxRooms=0"], ["--config", "/no/such.toml"], ["nonsense"]):
            with self.subTest(arguments=arguments):
                code, output, errors = run("--data", str(self.data), *arguments)
                self.assertEqual((2, ""), (code, output))
                self.assertTrue(errors.startswith("confabd: "), errors)
        self.assertFalse(self.data.exists())

    def test_a_server_password_keeps_strangers_out(self):
        password = self.folder / "password"
        password.write_text("open sesame\n")
        server = self.server("--server-password-file", str(password))
        for auth in ({}, {"serverPassword": "open says me"}):
            with self.assertRaises(ConnectionError):
                self.person(server, **auth)
        self.person(server, serverPassword="open sesame").say("in")


class Ending(ServerCase):
    def check_announced_end(self, number):
        server = self.server()
        person = self.person(server)
        server.send(number)
        (closing,) = person.wait_for("server:closing")
        self.assertEqual(2000, closing["retryAfterMs"])
        self.assertTrue(closing["reason"])
        person.wait_for("disconnect")
        self.assertEqual(0, server.wait())

    def test_sigterm_is_announced_and_ends_with_0(self):
        self.check_announced_end(signal.SIGTERM)

    def test_so_is_ctrl_c(self):
        self.check_announced_end(signal.SIGINT)

    def test_what_was_sent_before_the_end_is_acknowledged_and_kept(self):
        server = self.server(messagesPerSecond=0)
        person = self.person(server)
        acks = []
        for number in range(300):
            request = {"room": "general", "nonce": f"n{number}", "text": f"text {number}"}
            person.client.emit("message:send", request, callback=acks.append)
        wait_until(lambda: acks, "the first is acknowledged")
        server.send(signal.SIGTERM)
        self.assertEqual(0, server.wait())
        person.wait_for("disconnect")
        stored = [ack for ack in acks if ack["ok"]]
        refused = {ack["error"]["code"] for ack in acks if not ack["ok"]}
        self.assertLessEqual(refused, {"shutting_down"})
        again = self.person(self.server(), "Bob")
        self.assertEqual([f"text {number}" for number in range(len(stored))], again.texts())

    def test_a_second_signal_ends_at_once(self):
        server = self.server()
        # Both are there when the stopped process goes on, so the second comes before the first is dealt with.
        for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGINT, signal.SIGCONT):
            server.send(number)
        self.assertIn(server.wait(), (128 + signal.SIGTERM, 128 + signal.SIGINT))

    def test_it_can_be_started_again_and_again(self):
        for number in range(3):
            server = self.server()
            self.person(server, f"Person {number}").say(f"text {number}")
            server.stop()
        self.assertEqual(["text 0", "text 1", "text 2"], self.person(self.server()).texts())


class Surviving(ServerCase):
    def test_kill_9_loses_nothing_that_was_acknowledged(self):
        server = self.server(messagesPerSecond=0)
        person = self.person(server)
        for number in range(50):
            person.say(f"text {number}")
        server.kill()
        again = self.server()
        same = self.person(again, token=person.token)
        self.assertEqual(person.welcome["user"]["id"], same.welcome["user"]["id"])
        self.assertEqual([f"text {number}" for number in range(50)], same.texts())

    def test_each_crash_point_kills_and_the_message_is_there_once_afterwards(self):
        for moment in ("after-insert", "after-commit", "before-publish", "before-ack"):
            with self.subTest(moment=moment):
                folder = self.folder / moment
                first = self.server(folder=folder)
                token = self.person(first).token
                first.stop()
                server = self.server(folder=folder, environment={"CONFAB_KILL_AT": f"{moment}:3"})
                person = self.person(server, token=token)
                acks = self.talk_until_the_end(server, person)
                self.assertEqual(-signal.SIGKILL, server.wait())
                again = self.person(self.server(folder=folder), token=token)
                for number in range(len(acks) + 1):
                    again.say(f"text {number}", nonce=f"n{number}")
                self.assertEqual([f"text {number}" for number in range(len(acks) + 1)], again.texts())

    def talk_until_the_end(self, server, person):
        """Sends message after message until the server has gone. Returns the acknowledgements."""
        acks = []
        while server.process.poll() is None:
            request = {"room": "general", "nonce": f"n{len(acks)}", "text": f"text {len(acks)}"}
            with contextlib.suppress(SocketIOError):
                person.client.emit("message:send", request, callback=acks.append)
            wait_until(
                lambda done=len(acks) + 1: len(acks) >= done or server.process.poll() is not None,
                "a message is acknowledged or the server has gone",
            )
        return acks

    def test_a_crash_point_that_cannot_be_understood_is_refused(self):
        code, _, errors = run("--data", str(self.data), "--listen", "127.0.0.1", "--port", "0", CONFAB_KILL_AT="soon")
        self.assertEqual(2, code)
        self.assertIn("CONFAB_KILL_AT", errors)


if __name__ == "__main__":
    unittest.main()
