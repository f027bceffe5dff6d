"""Attacks 35 to 46: Engine.IO session ids, payloads, polling and heartbeats. The session closes, never the server."""

import json
import math
import unittest
from collections import Counter

from support.case import WireTestCase
from support.engineio import SEPARATOR, handshake_of, target
from support.fixture import heartbeat
from support.httpclient import request_bytes
from support.stream import Ended
from support.timing import wait_until
from support.websocket import upgrade_request

LIMIT = 100_000
UNKNOWN_SID = {"code": 1, "message": "Session ID unknown"}
TEXT = (("Content-Type", "text/plain;charset=UTF-8"),)


class EngineIoCase(WireTestCase):
    profile = "engineio"

    def assert_still_echoes(self, session, text="still here"):
        session.send("4" + text)
        self.assertEqual("4" + text, session.receive())

    def assert_unknown(self, sid):
        response = self.http().request("GET", target(self.fixture, "polling", sid))
        self.assertEqual((400, UNKNOWN_SID), (response.status, json.loads(response.text)))

    def assert_ends_the_session(self, session, body, headers=TEXT):
        """A POST of `body` ends its session; the reference server says `ok` even then, so that is allowed."""
        try:
            self.assertIn(session.post(body, headers).status, (200, 400))
        except Ended:
            pass
        session.wait_until_closed()


class SessionIds(EngineIoCase):
    def test_e35_a_session_by_websocket_cannot_be_taken_over_by_polling(self):
        session = self.websocket_session()
        for method, body in (("GET", b""), ("POST", b"4stray"), ("POST", b"1")):
            response = self.http().request(method, target(self.fixture, "polling", session.sid), TEXT, body)
            self.assertEqual((400, 3), (response.status, json.loads(response.text)["code"]))
        self.assert_still_echoes(session)

    def test_e35_almost_the_right_sid_is_unknown_and_its_owner_notices_nothing(self):
        session = self.polling_session()
        sid = session.sid
        swapped = ("B" if sid[-1] == "A" else "A")
        for wrong in (sid[:-1] + swapped, sid[:-1], sid + "A", sid.swapcase(), sid + "%00", "%20" + sid):
            with self.subTest(wrong):
                self.assert_unknown(wrong)
        self.assert_still_echoes(session)

    def test_e36_a_sid_chosen_by_the_client_never_becomes_a_session(self):
        for sid in ("chosen-by-client", "0" * 20, "__proto__", "constructor", "toString", "%2e%2e%2f", "a" * 4000):
            with self.subTest(sid[:20]):
                self.assert_unknown(sid)
                response = self.http().request("POST", target(self.fixture, "polling", sid), TEXT, b"4x")
                self.assertEqual((400, UNKNOWN_SID), (response.status, json.loads(response.text)))
                response, _ = self.final_response(upgrade_request(target(self.fixture, "websocket", sid)))
                self.assertEqual(400, response.status)
                self.assert_unknown(sid)

    def test_e36_a_sid_in_a_cookie_is_ignored(self):
        cookie = (("Cookie", "io=chosen-by-client; sid=chosen-by-client"),)
        response = self.http().request("GET", target(self.fixture, "polling"), cookie)
        self.assertNotEqual("chosen-by-client", handshake_of(response.text)["sid"])

    def test_e37_a_sid_has_at_least_128_random_bits(self):
        sids = self.open_and_close_sessions(2000)
        self.assertEqual(len(sids), len(set(sids)))
        self.assertEqual({len(sids[0])}, {len(sid) for sid in sids})
        self.assertRegex("".join(sids), r"^[A-Za-z0-9_-]+$")
        entropy = sum(_entropy([sid[position] for sid in sids]) for position in range(len(sids[0])))
        self.assertGreaterEqual(entropy, 127.0, "bits, estimated place by place over 2,000 ids")

    def open_and_close_sessions(self, count):
        connection = self.http()
        sids = []
        for _ in range(count):
            sids.append(handshake_of(connection.request("GET", target(self.fixture, "polling")).text)["sid"])
            connection.request("POST", target(self.fixture, "polling", sids[-1]), TEXT, b"1")
        return sids


class Payloads(EngineIoCase):
    limits = {"maxPayloadBytes": LIMIT, "maxPacketsPerPayload": 1024}

    def test_e38_a_body_over_the_limit_is_answered_413_without_a_body(self):
        session = self.polling_session()
        for size in (LIMIT + 1, 10 * LIMIT):
            with self.subTest(size=size):
                request = request_bytes("POST", session.target, TEXT, b"4" * size)
                response, has_closed = self.final_response(request)
                self.assertEqual((413, b"", True), (response.status, response.body, has_closed))

    def test_e38_a_declared_body_over_the_limit_is_refused_before_it_is_read(self):
        session = self.polling_session()
        request = request_bytes("POST", session.target, (*TEXT, ("Content-Length", LIMIT + 1)))
        response, has_closed = self.final_response(request, seconds=2)
        self.assertEqual((413, b"", True), (response.status, response.body, has_closed))

    def test_e38_a_chunked_body_over_the_limit_is_answered_413_while_it_is_sent(self):
        session = self.polling_session()
        head = request_bytes("POST", session.target, (*TEXT, ("Transfer-Encoding", "chunked")))
        chunk = b"1000\r\n" + b"4" * 0x1000 + b"\r\n"
        response, has_closed = self.final_response(head + chunk * (LIMIT // 0x1000 + 1), seconds=2)
        self.assertEqual((413, b"", True), (response.status, response.body, has_closed))

    def test_e38_a_body_of_the_largest_size_is_echoed(self):
        session = self.polling_session()
        self.assert_still_echoes(session, "x" * (LIMIT - 1))

    def test_e39_a_second_poll_ends_the_session_and_both_are_answered(self):
        session = self.polling_session()
        session.reader.send(request_bytes("GET", session.target))
        second = session.writer.request("GET", session.target)
        first = session.reader.read_response()
        self.assertEqual((200, "1"), (first.status, first.text))
        self.assertIn(second.status, (400, 500))
        self.assert_unknown(session.sid)

    def test_e40_two_posts_at_once_lose_nothing_that_was_answered_ok(self):
        session = self.polling_session()
        slow = request_bytes("POST", session.target, TEXT, b"4first")
        session.writer.send(slow[:-3])
        other = self.http()
        second = other.request("POST", session.target, TEXT, b"4second")
        first = self.finish_request(session.writer, slow[-3:])
        statuses = (first and first.status, second.status)
        if statuses == (200, 200):
            self.assertEqual(["4second", "4first"], [session.receive(), session.receive()])
        else:
            self.assertIn(second.status, (400, 500))
            self.assert_unknown(session.sid)

    def finish_request(self, connection, rest):
        """Sends the rest of a request; its response, or None if the server has closed instead."""
        try:
            connection.send(rest)
            return connection.read_response()
        except Ended:
            return None

    def test_e41_ten_thousand_packets_in_one_payload_end_the_session(self):
        session = self.polling_session()
        self.assert_ends_the_session(session, SEPARATOR.join(["4a"] * 10_000))

    def test_e41_as_many_packets_as_allowed_are_all_echoed(self):
        session = self.polling_session()
        session.send(*[f"4{number}" for number in range(1024)])
        self.assertEqual([f"4{number}" for number in range(1024)], [session.receive() for _ in range(1024)])

    def test_e41_one_packet_more_than_allowed_ends_the_session(self):
        session = self.polling_session()
        self.assert_ends_the_session(session, SEPARATOR.join(["4a"] * 1025))

    def test_e42_bad_base64_ends_the_session(self):
        for body in ("b!!!!", "bAQID*A==", "b=", "bA", "bAQIDBA=", "bAQ==IDBA", "b AQIDBA==", "bAQIDBA==\n"):
            with self.subTest(body):
                self.assert_ends_the_session(self.polling_session(), body)

    def test_e42_a_payload_that_cannot_be_split_into_packets_ends_the_session(self):
        for name, body in {"unknown type": "abc", "empty packet": "4a" + SEPARATOR + SEPARATOR + "4b",
                           "only a separator": SEPARATOR, "second packet bad": "4a" + SEPARATOR + "9",
                           "ping from a client": "2",
                           "text that is not UTF-8": b"4\xff\xfe"}.items():
            with self.subTest(name):
                self.assert_ends_the_session(self.polling_session(), body)

    def test_e42_an_octet_stream_ends_the_session(self):
        session = self.polling_session()
        self.assert_ends_the_session(session, b"\x04\x01\x02", (("Content-Type", "application/octet-stream"),))

    def test_e42_the_same_nonsense_by_websocket_ends_the_session(self):
        for packet in ("abc", "", "9", "2", "7x"):
            with self.subTest(packet):
                session = self.websocket_session()
                session.send(packet)
                session.wait_until_closed()

    def test_e43_queries_that_do_not_say_one_thing_are_refused(self):
        path = self.fixture.path
        unknown_transport, bad_request, unsupported_version = 0, 3, 5
        for query, code in {"EIO=3&transport=polling": unsupported_version, "transport=polling": unsupported_version,
                            "EIO[]=4&transport=polling": unsupported_version,
                            "EIO=04&transport=polling": unsupported_version,
                            "EIO=4.0&transport=polling": unsupported_version,
                            "EIO=4": unknown_transport, "": unknown_transport,
                            "EIO=4&transport[]=polling": unknown_transport,
                            "EIO=4&transport=POLLING": unknown_transport,
                            "EIO=4&transport=constructor": unknown_transport,
                            "EIO=4&transport=__proto__": unknown_transport,
                            "EIO=4&transport=webtransport": unknown_transport,
                            "EIO=4&EIO=4&transport=polling": bad_request,
                            "EIO=3&EIO=4&transport=polling": bad_request,
                            "EIO=4&transport=polling&transport=websocket": bad_request,
                            "EIO=4&transport=polling&transport=polling": bad_request}.items():
            with self.subTest(query):
                response = self.http().request("GET", f"{path}?{query}")
                self.assertEqual(400, response.status)
                self.assertEqual(code, json.loads(response.text)["code"])

    def test_e43_two_sids_in_one_request_reach_neither_session(self):
        first, second = self.polling_session(), self.polling_session()
        for query in (f"sid={first.sid}&sid={second.sid}", f"sid[]={first.sid}", f"sid=x&sid={second.sid}"):
            with self.subTest(query):
                response = self.http().request(
                    "POST", f"{self.fixture.path}?EIO=4&transport=polling&{query}", TEXT, b"4stray")
                self.assertEqual(400, response.status)
        self.assert_still_echoes(first)
        self.assert_still_echoes(second)

    def test_e44_a_poll_that_is_reset_ends_the_session(self):
        session = self.polling_session()
        session.reader.send(request_bytes("GET", session.target))
        self.wait_until_held(session)
        session.reader.reset()
        wait_until(session.is_unknown, 5, "the session's end")

    def test_e44_a_hundred_held_polls_reset_at_once_end_their_sessions(self):
        sessions = [self.polling_session() for _ in range(100)]
        for session in sessions:
            session.reader.send(request_bytes("GET", session.target))
        for session in sessions:
            self.wait_until_held(session)
            session.reader.reset()
        for session in sessions:
            wait_until(session.is_unknown, 5, "the session's end")

    def wait_until_held(self, session):
        """Returns once the server has the pending poll: an echo comes back by it, and another poll is sent."""
        session.send("4held?")
        self.assertEqual("4held?", session.reader.read_response().text)
        session.reader.send(request_bytes("GET", session.target))


class Heartbeats(EngineIoCase):
    limits = heartbeat(300, 1000)

    def test_e45_a_client_that_never_answers_a_ping_is_closed(self):
        by_websocket, by_polling = self.websocket_session(), self.polling_session()
        self.assertEqual("2", by_websocket.connection.receive_message())
        self.assertEqual("2", by_polling.poll().text)
        by_websocket.wait_until_closed(1 + 4)
        wait_until(by_polling.is_unknown, 5, "the end of the session by polling")

    def test_e45_a_client_that_answers_is_not_closed(self):
        session = self.websocket_session()
        for _ in range(8):
            self.assertEqual("2", session.connection.receive_message())
            session.send("3")
        self.assert_still_echoes(session)

    def test_e46_ten_thousand_abandoned_polling_sessions_are_forgotten(self):
        sids = []
        connection = self.http()
        for _ in range(100):
            connection.send(request_bytes("GET", target(self.fixture, "polling")) * 100)
            sids += [handshake_of(connection.read_response(20).text)["sid"] for _ in range(100)]
        self.assertEqual(10_000, len(set(sids)))
        for sid in sids[::1000] + sids[-1:]:
            wait_until(lambda sid=sid: self.is_unknown(connection, sid), 10, "the session's end")

    def is_unknown(self, connection, sid):
        """Whether the server has forgotten `sid`. Asked with DELETE, which does nothing and keeps no session alive."""
        response = connection.request("DELETE", target(self.fixture, "polling", sid))
        return response.status == 400 and json.loads(response.text) == UNKNOWN_SID


def _entropy(samples):
    """Shannon entropy in bits, with Miller and Madow's correction for a finite sample."""
    total = len(samples)
    counts = Counter(samples).values()
    plain = -sum(count / total * math.log2(count / total) for count in counts)
    return plain + (len(counts) - 1) / (2 * total * math.log(2))


if __name__ == "__main__":
    unittest.main()
