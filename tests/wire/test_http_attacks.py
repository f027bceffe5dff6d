"""Attacks 47, 48, 51, 59, 60 and 62: HTTP that is slow, oversized, out of order or asks for what it should not."""

import json
import time
import unittest

from support.engineio import handshake_of, target
from support.httpcase import TEXT, HttpCase
from support.httpclient import request_bytes
from support.stream import Ended
from support.timing import ANSWER, Deadline, scaled
from support.websocket import upgrade_request

HEAD_LIMIT = 16 * 1024


class SlowClients(HttpCase):
    def assert_cut_off(self, connection, part, after=1.5):
        """Sends `part`, a byte, five times a second; the server answers 408 and closes, neither early nor late."""
        started = time.monotonic()
        response = None
        try:
            while time.monotonic() - started < after + scaled(3):
                connection.send(part)
                try:
                    response = connection.read_response(0.2 / scaled(1))
                    break
                except TimeoutError:
                    pass
            else:
                self.fail("the server goes on waiting")
        except Ended:
            pass
        self.assertGreater(time.monotonic() - started, after - 0.5)
        self.assertIsNotNone(response, "closed without a 408")
        self.assertEqual(408, response.status)
        self.assertTrue(connection.has_ended_after_response())

    def test_h47_a_head_that_comes_byte_by_byte_is_answered_408(self):
        connection = self.http()
        connection.send(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        self.assert_cut_off(connection, b"x")

    def test_h47_a_websocket_handshake_that_comes_byte_by_byte_is_answered_408(self):
        connection = self.http()
        connection.send(upgrade_request(target(self.fixture, "websocket"))[:-2] + b"X-Slow: ")
        self.assert_cut_off(connection, b"x")

    def test_h47_a_second_head_that_comes_byte_by_byte_is_answered_408(self):
        connection = self.http()
        self.assertEqual(200, connection.request("GET", "/healthz").status)
        connection.send(b"GET /healthz HTTP/1.1\r\n")
        self.assert_cut_off(connection, b"x")

    def test_h47_a_body_that_comes_byte_by_byte_is_answered_408(self):
        session = self.polling_session()
        connection = self.http()
        connection.send(request_bytes("POST", session.target, (*TEXT, ("Content-Length", "1000")), b"4"))
        self.assert_cut_off(connection, b"x", after=2.5)

    def test_h47_a_chunked_body_that_comes_byte_by_byte_is_answered_408(self):
        session = self.polling_session()
        connection = self.http()
        connection.send(request_bytes("POST", session.target, (*TEXT, ("Transfer-Encoding", "chunked")), b"3e8\r\n4"))
        self.assert_cut_off(connection, b"x", after=2.5)

    def test_h47_a_connection_that_says_nothing_is_closed(self):
        connection = self.http()
        connection.receive_rest(Deadline(1.5 + ANSWER))

    def test_h47_an_idle_connection_is_closed(self):
        connection = self.http()
        self.assertEqual(200, connection.request("GET", "/healthz").status)
        self.assertEqual(b"", connection.receive_rest(Deadline(1.5 + ANSWER)))

    def test_h47_a_hundred_silent_connections_are_closed(self):
        connections = [self.http() for _ in range(100)]
        for connection in connections:
            connection.send(b"GET /healthz HTTP/1.1\r\n")
        for connection in connections:
            connection.receive_rest(Deadline(1.5 + ANSWER))

    def test_h47_a_client_that_asks_without_reading_does_not_fill_the_memory(self):
        connection = self.http(receive_buffer=4096)
        flood = request_bytes("GET", "/healthz") * 1000
        with self.peak_memory() as peak:
            for _ in range(500):  # 20 MB of requests, unless the server stops reading or closes
                if connection.send_as_far_as_accepted(flood, seconds=1) < len(flood):
                    break
        self.assert_grew_at_most(peak, 16)
        connection.reset()

    def test_h47_what_is_sent_behind_a_held_poll_does_not_fill_the_memory(self):
        session = self.polling_session()
        session.reader.send(request_bytes("GET", session.target))
        with self.peak_memory() as peak:
            session.reader.send_as_far_as_accepted(request_bytes("GET", "/healthz") * 1_000_000, seconds=1)
        self.assert_grew_at_most(peak, 8)
        session.reader.reset()

    def test_h47_a_client_that_polls_large_answers_without_reading_does_not_fill_the_memory(self):
        readers = []
        with self.peak_memory() as peak:
            for _ in range(20):
                session = self.polling_session()
                reader = self.http(receive_buffer=4096)
                readers.append(reader)
                for _ in range(9):
                    session.send("4" + "x" * 99_000)
                reader.send(request_bytes("GET", session.target))
        self.assert_grew_at_most(peak, 20 * 2 + 16)
        for reader in readers:
            reader.reset()


class Sizes(HttpCase):
    def test_h48_a_request_line_of_1_mb_is_refused(self):
        with self.peak_memory() as peak:
            self.assert_refused(request_bytes("GET", "/" + "a" * 1_000_000), 414, 431)
        self.assert_grew_at_most(peak, 4)

    def test_h48_a_request_line_that_never_ends_is_refused(self):
        self.assert_refused(b"GET /" + b"a" * 1_000_000, 414, 431)
        self.assert_refused(b"G" * 1_000_000, 400, 414, 431)

    def test_h48_a_target_over_8_kib_is_answered_414_and_one_just_below_404(self):
        self.assertEqual(404, self.http().request("GET", "/" + "a" * 8000).status)
        self.assert_refused(request_bytes("GET", "/" + "a" * 8200), 414)

    def test_h48_101_header_fields_are_answered_431_and_100_are_taken(self):
        fields = [(f"X-Field-{number}", "x") for number in range(100)]
        self.assert_refused(request_bytes("GET", "/healthz", fields), 431)
        self.assertEqual(200, self.http().request("GET", "/healthz", fields[1:]).status)

    def test_h48_a_body_after_101_header_fields_is_not_taken_for_a_request(self):
        fields = [(f"X-Field-{number}", "x") for number in range(100)]
        smuggled = request_bytes("GET", "/healthz")
        length = ("Content-Length", len(smuggled))
        self.assert_refused(request_bytes("POST", "/healthz", [*fields, length], smuggled), 431)

    def test_h48_a_head_over_16_kib_is_answered_431_and_one_just_below_is_taken(self):
        self.assertEqual(200, self.http().request("GET", "/healthz", [("X-Long", "x" * (HEAD_LIMIT - 300))]).status)
        self.assert_refused(request_bytes("GET", "/healthz", [("X-Long", "x" * HEAD_LIMIT)]), 431)

    def test_h48_a_head_that_never_ends_is_answered_431(self):
        with self.peak_memory() as peak:
            self.assert_refused(b"GET /healthz HTTP/1.1\r\n" + b"X-More: and more\r\n" * 100_000, 431)
        self.assert_grew_at_most(peak, 4)


class Pipelining(HttpCase):
    def test_h51_a_hundred_pipelined_requests_are_answered_in_order(self):
        kinds = [("/healthz", 200), ("/unknown", 404), (self.fixture.path, 400),
                 (target(self.fixture, "polling", "nobody"), 400)]
        expected = [kinds[number % 4] for number in range(100)]
        connection = self.http()
        connection.send(b"".join(request_bytes("GET", path) for path, _ in expected))
        for number, (path, status) in enumerate(expected):
            with self.subTest(number=number, path=path):
                self.assertEqual(status, connection.read_response().status)

    def test_h51_an_answer_waits_for_the_poll_before_it(self):
        session = self.polling_session()
        session.reader.send(request_bytes("GET", session.target) + request_bytes("GET", "/healthz"))
        with self.assertRaises(TimeoutError):
            session.reader.read_response(0.3 / scaled(1))  # no time for an answer is all that matters here
        session.send("4now")
        self.assertEqual("4now", session.reader.read_response().text)
        self.assertEqual("ok", session.reader.read_response().text)

    def test_h51_a_post_pipelined_behind_its_own_poll_is_not_lost(self):
        session = self.polling_session()
        session.reader.send(request_bytes("GET", session.target)
                            + request_bytes("POST", session.target, TEXT, b"4behind"))
        session.send("4first")
        received = session.reader.read_response().text.split("\x1e")
        self.assertEqual("ok", session.reader.read_response().text)
        while len(received) < 2:
            received.append(session.receive())
        self.assertEqual(["4behind", "4first"], sorted(received))

    def test_h51_nothing_is_answered_after_a_refused_request(self):
        good, bad = request_bytes("GET", "/healthz"), b"GET /healthz HTTP/1.1\r\nHost: a\r\nNo colon\r\n\r\n"
        connection = self.http()
        connection.send(good + bad + good)
        self.assertEqual([200, 400], [connection.read_response().status for _ in range(2)])
        self.assertTrue(connection.has_ended_after_response())

    def test_h51_connection_close_is_the_last_answer(self):
        connection = self.http()
        connection.send(request_bytes("GET", "/healthz", (("Connection", "close"),)) + request_bytes("GET", "/healthz"))
        self.assertEqual(200, connection.read_response().status)
        self.assertTrue(connection.has_ended_after_response())


class Headers(HttpCase):
    def test_h59_no_answer_repeats_the_host_it_was_asked_for(self):
        for path in ("/healthz", "/unknown", "/..//evil", self.fixture.path, target(self.fixture, "polling")):
            with self.subTest(path):
                response = self.http_with_host("evil.example:1234", path)
                self.assertNotIn("evil.example", str(response))

    def http_with_host(self, host, path):
        connection = self.http()
        connection.send(request_bytes("GET", path, (("X-Forwarded-Host", "evil.example"),), host=host))
        return connection.read_response()

    def test_h59_a_missing_or_second_host_is_answered_400(self):
        self.assert_refused(request_bytes("GET", "/healthz", host=None), 400)
        self.assert_refused(request_bytes("GET", "/healthz", (("Host", "evil.example"),)), 400)
        self.assert_refused(request_bytes("GET", "/healthz", (("Host", "localhost"),)), 400)

    def test_h59_a_host_that_is_no_host_is_answered_400(self):
        for host in ("a b", "a/b", "a@b", "a, b", "http://a", "a\\b", "<script>", "a#b", "a?b"):
            with self.subTest(host):
                self.assert_refused(request_bytes("GET", "/healthz", host=host), 400)

    def test_h60_no_origin_is_trusted_with_credentials_unless_configured(self):
        for origin in ("null", "http://evil.example", "https://localhost.evil.example", "file://"):
            for method in ("GET", "OPTIONS"):
                with self.subTest(origin, method=method):
                    response = self.http().request(method, target(self.fixture, "polling"),
                                                   (("Origin", origin), ("Access-Control-Request-Method", "POST")))
                    self.assertIn(response.status, (200, 204))
                    self.assertNotEqual("true", response.header("access-control-allow-credentials"))
                    self.assertIn(response.header("access-control-allow-origin"), (None, "*"))

    def test_h60_an_origin_cannot_put_a_header_into_the_answer(self):
        origin = ("Origin", "http://a\x0bSet-Cookie: b")
        response = self.http().request("GET", target(self.fixture, "polling"), (origin,))
        self.assertIsNone(response.header("set-cookie"))

    def test_h62_trace_connect_and_unknown_methods_are_refused(self):
        for method in ("TRACE", "CONNECT", "TRACK", "PROPFIND", "BREW", "get", "G" * 1000):
            for path in ("/healthz", "/unknown", target(self.fixture, "polling")):
                with self.subTest(method[:10], path=path):
                    response = self.refused_method(method, path)
                    self.assertIn(response.status, (400, 405, 501))
                    self.assertNotIn("secret-of-the-client", str(response))

    def refused_method(self, method, path):
        connection = self.http()
        return connection.request(method, path, (("X-Secret", "secret-of-the-client"),))

    def test_h62_connect_with_an_authority_is_refused(self):
        self.assert_refused(b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", 400, 405, 501)

    def test_h62_another_method_on_the_engine_path_is_a_bad_handshake_method(self):
        for method in ("PUT", "DELETE", "PATCH", "POST"):
            with self.subTest(method):
                response = self.http().request(method, target(self.fixture, "polling"))
                self.assertEqual(400, response.status)
                self.assertEqual({"code": 2, "message": "Bad handshake method"}, json.loads(response.text))

    def test_h62_another_method_on_a_session_is_refused_and_never_handled(self):
        session = self.polling_session()
        for method in ("PUT", "DELETE", "PATCH"):
            with self.subTest(method):
                response = self.http().request(method, session.target, TEXT, b"4stray")
                self.assertIn(response.status, (400, 405, 501))
        session.send("4mine")
        self.assertEqual("4mine", session.receive())

    def test_h62_options_opens_no_session(self):
        response = self.http().request("OPTIONS", target(self.fixture, "polling"))
        self.assertEqual((204, b""), (response.status, response.body))
        self.assertRaises(AssertionError, handshake_of, response.text)


if __name__ == "__main__":
    unittest.main()
