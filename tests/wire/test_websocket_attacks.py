"""Attacks 1 to 20: broken or hostile WebSocket frames and handshakes."""

import base64
import os
import time
import unittest

from support.case import WireTestCase
from support.engineio import target
from support.fixture import heartbeat
from support.stream import Ended
from support.timing import Deadline, scaled
from support.websocket import (BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, close_payload, frame_bytes, frame_head,
                               upgrade_request)

NORMAL, PROTOCOL_ERROR, BAD_DATA, TOO_BIG = 1000, 1002, 1007, 1009
LIMIT = 100_000


class Frames(WireTestCase):
    """Attacks 1 to 17, and frames that stop halfway."""

    profile = "engineio"
    limits = {"maxPayloadBytes": LIMIT}

    def assert_refused(self, data, code, seconds=5.0):
        """A new connection that sends `data` is closed with `code`, and nothing in `data` was taken as a message."""
        session = self.websocket_session()
        session.connection.send_as_far_as_accepted(data)
        closing = session.wait_until_closed(seconds)
        self.assertEqual(code, closing.code)
        session.close()

    def assert_still_echoes(self, session, text="still here"):
        session.send("4" + text)
        self.assertEqual("4" + text, session.receive())

    def test_w01_each_reserved_bit_is_a_protocol_error(self):
        for rsv in (1, 2, 4, 7):
            with self.subTest(rsv=rsv):
                self.assert_refused(frame_bytes(TEXT, b"4x", rsv=rsv), PROTOCOL_ERROR)

    def test_w02_each_reserved_opcode_is_a_protocol_error(self):
        for opcode in (*range(0x3, 0x8), *range(0xB, 0x10)):
            with self.subTest(opcode=opcode):
                self.assert_refused(frame_bytes(opcode, b"4x"), PROTOCOL_ERROR)

    def test_w03_fragmented_control_frames_are_a_protocol_error(self):
        for opcode in (PING, PONG, CLOSE):
            with self.subTest(opcode=opcode):
                self.assert_refused(frame_bytes(opcode, close_payload(1000), fin=False), PROTOCOL_ERROR)

    def test_w04_a_ping_of_126_bytes_is_a_protocol_error_and_one_of_125_is_answered(self):
        self.assert_refused(frame_bytes(PING, b"p" * 126), PROTOCOL_ERROR)
        session = self.websocket_session()
        session.connection.send_frame(PING, b"p" * 125)
        answer = session.connection.receive_frame()
        self.assertEqual((PONG, b"p" * 125), (answer.opcode, answer.payload))

    def test_w05_a_frame_without_a_mask_is_a_protocol_error(self):
        self.assert_refused(frame_bytes(TEXT, b"4unmasked", mask=False), PROTOCOL_ERROR)

    def test_w06_a_length_with_its_highest_bit_set_is_a_protocol_error(self):
        for length in (1 << 63, (1 << 64) - 1):
            with self.subTest(length=length):
                self.assert_refused(frame_head(BINARY, length, length_bits=64) + b"key!", PROTOCOL_ERROR)

    def test_w07_declared_two_gigabytes_is_refused_before_it_is_read(self):
        for length in (10 * LIMIT, 1 << 30, (1 << 31) - 1, 1 << 31, 1 << 40):
            with self.subTest(length=length):
                self.assert_refused(frame_head(BINARY, length) + b"key!", TOO_BIG, seconds=1.0)

    def test_w07_a_message_of_the_largest_size_is_echoed_and_a_larger_one_is_closed_1009_without_a_reason(self):
        session = self.websocket_session()
        largest = b"x" * LIMIT
        session.send(largest)
        self.assertEqual(largest, session.receive())
        session.attack(largest + b"x")
        closing = session.wait_until_closed()
        self.assertEqual((TOO_BIG, b""), (closing.code, closing.reason))

    def test_w07_a_message_far_over_the_limit_is_closed_1009(self):
        self.assert_refused(frame_bytes(BINARY, b"x" * (LIMIT + 65536 + 1)), TOO_BIG)
        self.assert_refused(frame_bytes(TEXT, b"4" * (10 * LIMIT)), TOO_BIG)

    def test_w08_a_length_in_a_longer_form_than_needed_is_a_protocol_error(self):
        for length, bits in ((5, 16), (125, 16), (5, 64), (200, 64), (65535, 64)):
            with self.subTest(length=length, bits=bits):
                self.assert_refused(frame_bytes(TEXT, b"4" * length, length_bits=bits), PROTOCOL_ERROR)

    def test_w09_a_continuation_of_nothing_is_a_protocol_error(self):
        for fin in (True, False):
            with self.subTest(fin=fin):
                self.assert_refused(frame_bytes(CONTINUATION, b"4x", fin=fin), PROTOCOL_ERROR)

    def test_w10_a_new_message_inside_a_fragmented_one_is_a_protocol_error(self):
        for opcode in (TEXT, BINARY):
            with self.subTest(opcode=opcode):
                self.assert_refused(frame_bytes(TEXT, b"4x", fin=False) + frame_bytes(opcode, b"4x"), PROTOCOL_ERROR)

    def test_w10_a_ping_inside_a_fragmented_message_is_answered_at_once(self):
        session = self.websocket_session()
        session.connection.send_frame(TEXT, b"4two ", fin=False)
        session.connection.send_frame(PING, b"between")
        self.assertEqual((PONG, b"between"), _opcode_and_payload(session.connection.receive_frame()))
        session.connection.send_frame(CONTINUATION, b"parts")
        self.assertEqual("4two parts", session.receive())

    def test_w11_a_hundred_thousand_empty_continuations_cost_nobody_anything(self):
        session = self.websocket_session()
        flood = frame_bytes(TEXT, b"4a", fin=False) + frame_bytes(CONTINUATION, fin=False) * 100_000
        with self.peak_memory() as peak:
            session.connection.send_as_far_as_accepted(flood + frame_bytes(CONTINUATION, b"z"))
            self.assertEqual("4az", session.receive(20))
        self.assert_grew_at_most(peak, 16)

    def test_w12_one_byte_fragments_are_joined_up_to_the_limit(self):
        session = self.websocket_session()
        with self.peak_memory() as peak:
            session.connection.send_as_far_as_accepted(_one_byte_fragments(LIMIT, last_is_final=True))
            self.assertEqual("4" * LIMIT, session.receive(20))
        self.assert_grew_at_most(peak, 16)

    def test_w12_one_byte_fragments_beyond_the_limit_are_closed_1009(self):
        self.assert_refused(_one_byte_fragments(LIMIT + 1, last_is_final=True), TOO_BIG, seconds=20)

    def test_w12_endless_one_byte_fragments_are_closed_1009(self):
        with self.peak_memory() as peak:
            self.assert_refused(_one_byte_fragments(LIMIT + 65536 + 1, last_is_final=False), TOO_BIG, seconds=20)
        self.assert_grew_at_most(peak, 16)

    def test_w13_text_that_is_not_utf8_is_closed_1007(self):
        for name, text in INVALID_UTF8.items():
            with self.subTest(name):
                self.assert_refused(frame_bytes(TEXT, b"4" + text), BAD_DATA)

    def test_w13_text_that_is_not_utf8_in_its_second_fragment_is_closed_1007(self):
        first = frame_bytes(TEXT, b"4fine", fin=False)
        for name, text in INVALID_UTF8.items():
            with self.subTest(name):
                self.assert_refused(first + frame_bytes(CONTINUATION, text), BAD_DATA)

    def test_w14_a_code_point_may_be_split_across_fragments_anywhere(self):
        session = self.websocket_session()
        whole = "4κ€😀".encode()
        for split in range(len(whole) + 1):
            with self.subTest(split=split):
                session.connection.send_frame(TEXT, whole[:split], fin=False)
                session.connection.send_frame(CONTINUATION, whole[split:])
                self.assertEqual("4κ€😀", session.receive())

    def test_w14_text_split_between_code_points_is_joined(self):
        session = self.websocket_session()
        session.connection.send_frame(TEXT, "4κόσ".encode(), fin=False)
        session.connection.send_frame(CONTINUATION, "με €".encode())
        self.assertEqual("4κόσμε €", session.receive())

    def test_w15_a_close_frame_of_one_byte_is_a_protocol_error(self):
        self.assert_refused(frame_bytes(CLOSE, b"\x03"), PROTOCOL_ERROR)

    def test_w15_a_close_code_that_must_not_be_sent_is_a_protocol_error(self):
        for code in (0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535):
            with self.subTest(code=code):
                self.assert_refused(frame_bytes(CLOSE, close_payload(code)), PROTOCOL_ERROR)

    def test_w15_a_close_reason_that_is_not_utf8_is_closed_1007(self):
        self.assert_refused(frame_bytes(CLOSE, close_payload(1000, b"\xff\xfe")), BAD_DATA)

    def test_w16_nothing_after_a_close_frame_is_handled(self):
        session = self.websocket_session()
        session.connection.send(frame_bytes(CLOSE, close_payload(1000)) + frame_bytes(TEXT, b"4late"))
        frame = session.connection.receive_frame()
        self.assertEqual((CLOSE, close_payload(1000)), _opcode_and_payload(frame))
        self.assertEqual(b"", session.connection.receive_rest(Deadline(5)))

    def test_w17_twenty_thousand_pings_are_answered_in_order(self):
        session = self.websocket_session()
        for start in range(0, 20_000, 1000):
            numbers = [b"%d" % number for number in range(start, start + 1000)]
            session.connection.send(b"".join(frame_bytes(PING, number) for number in numbers))
            answers = [_opcode_and_payload(session.connection.receive_frame()) for _ in numbers]
            self.assertEqual([(PONG, number) for number in numbers], answers)

    def test_w17_pings_whose_answers_are_not_read_do_not_fill_the_memory(self):
        session = self.websocket_session(receive_buffer=4096)
        flood = frame_bytes(PING, b"p" * 125) * 500
        with self.peak_memory() as peak:
            for _ in range(1000):  # 65 MB in all, unless the server stops reading or closes
                if session.connection.send_as_far_as_accepted(flood, seconds=1) < len(flood):
                    break
        self.assert_grew_at_most(peak, 16)
        session.connection.reset()


class SlowFrames(WireTestCase):
    """Attack 18. Only complete packets are a sign of life, so the heartbeat bounds how long a message may take."""

    profile = "engineio"
    limits = heartbeat(1000, 1000)

    def assert_cut_off(self, connection, data, size=1):
        """Sends `data` in parts of `size`, five a second; the server closes when it misses a pong, not earlier."""
        started = time.monotonic()
        latest = 1 + scaled(1 + 2)
        parts = iter([data[start:start + size] for start in range(0, len(data), size)])
        try:
            while time.monotonic() - started < latest:
                connection.send(next(parts))
                try:
                    connection.receive_rest(_fixed_deadline(0.2))
                    break
                except TimeoutError:
                    pass
            else:
                self.fail("the server takes everything, however slowly it comes")
        except Ended:
            pass
        self.assertGreater(time.monotonic() - started, 1.5)

    def test_w18_a_message_sent_byte_by_byte_is_cut_off_at_its_deadline(self):
        session = self.websocket_session()
        self.assert_cut_off(session.connection, frame_bytes(TEXT, b"4" + b"x" * 2000))

    def test_w18_a_message_that_stops_halfway_is_closed_when_a_pong_is_missed(self):
        whole = frame_bytes(TEXT, b"4" + b"x" * 100)
        for start in (whole[:1], whole[:30], frame_bytes(TEXT, b"4x", fin=False)):
            with self.subTest(start=len(start)):
                session = self.websocket_session()
                session.connection.send(start)
                self.assertEqual(NORMAL, session.wait_until_closed(8).code)

    def test_w18_a_message_in_endless_small_fragments_is_cut_off_at_its_deadline(self):
        session = self.websocket_session()
        fragments = frame_bytes(TEXT, b"4", fin=False) + frame_bytes(CONTINUATION, b"x", fin=False) * 500
        self.assert_cut_off(session.connection, fragments, size=7)


class Handshakes(WireTestCase):
    """Attacks 19 and 20; a slow handshake is one of the slow heads of attack 47."""

    profile = "engineio"

    def test_w19_a_bad_handshake_is_answered_400_and_never_upgraded(self):
        for name, request in _bad_handshakes(target(self.fixture, "websocket")).items():
            with self.subTest(name):
                response, _ = self.final_response(request)
                self.assertEqual(400, response.status)

    def test_w19_another_websocket_version_is_refused(self):
        request = upgrade_request(target(self.fixture, "websocket"))
        for version in (b"12", b"0", b"14", b"thirteen", b""):
            with self.subTest(version):
                response, _ = self.final_response(
                    request.replace(b"Sec-WebSocket-Version: 13", b"Sec-WebSocket-Version: " + version))
                self.assertIn(response.status, (400, 426))

    def test_w19_extensions_and_subprotocols_are_not_taken_up(self):
        connection = self.unconnected_websocket()
        connection.begin_handshake(target(self.fixture, "websocket"), (
            ("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"),
            ("Sec-WebSocket-Protocol", "chat, superchat")))
        response = connection.read_response()
        self.assertEqual(101, response.status)
        self.assertIsNone(response.header("sec-websocket-extensions"))
        self.assertIsNone(response.header("sec-websocket-protocol"))

    def test_w19_frames_sent_without_waiting_for_the_answer_are_read_in_order(self):
        request = upgrade_request(target(self.fixture, "websocket"))
        early = frame_bytes(TEXT, b"4one") + frame_bytes(PING, b"two") + frame_bytes(TEXT, b"4three")
        for cut in (0, 1, 20, len(early)):  # how much of it comes together with the request
            with self.subTest(cut=cut):
                connection = self.unconnected_websocket()
                connection.send(request + early[:cut])
                connection.send(early[cut:])
                self.assertEqual(101, connection.read_response().status)
                self.assertTrue(connection.receive_message().startswith("0{"))
                answers = [_opcode_and_payload(connection.receive_frame()) for _ in range(3)]
                self.assertEqual([(TEXT, b"4one"), (PONG, b"two"), (TEXT, b"4three")], answers)

    def test_w20_800_kib_of_handshake_headers_are_refused_before_they_are_all_read(self):
        headers = [(f"X-Filler-{number}", "f" * 8180) for number in range(100)]
        request = upgrade_request(target(self.fixture, "websocket"), headers=headers)
        with self.peak_memory() as peak:
            response, has_closed = self.final_response(request)
        self.assertEqual((431, True), (response.status, has_closed))
        self.assert_grew_at_most(peak, 4)


INVALID_UTF8 = {
    "lone continuation byte": b"\x80",
    "overlong slash": b"\xc0\xaf",
    "overlong euro sign": b"\xf0\x82\x82\xac",
    "high surrogate": b"\xed\xa0\x80",
    "surrogate pair": b"\xed\xa0\xbd\xed\xb8\x80",
    "beyond U+10FFFF": b"\xf4\x90\x80\x80",
    "five-byte form": b"\xf8\x88\x80\x80\x80",
    "byte FF": b"\xff",
    "cut after one byte of three": b"\xe2",
    "cut after two bytes of three": b"\xe2\x82",
    "cut inside, then a letter": b"\xe2\x82a",
}


def _opcode_and_payload(frame):
    return frame.opcode, frame.payload


def _one_byte_fragments(count, last_is_final):
    """A text message of `count` fragments, each the digit 4."""
    last = frame_bytes(CONTINUATION, b"4", fin=last_is_final)
    return frame_bytes(TEXT, b"4", fin=False) + frame_bytes(CONTINUATION, b"4", fin=False) * (count - 2) + last


def _fixed_deadline(seconds):
    """A deadline that is not scaled: here the server's own clock is what counts."""
    return Deadline(seconds / scaled(1))


def _bad_handshakes(path):
    """Handshake requests that each lack or break one thing."""
    key = base64.b64encode(os.urandom(16))
    good = upgrade_request(path, key.decode("ascii"))
    return {
        "key of five letters": good.replace(key, b"short"),
        "key of 15 bytes": good.replace(key, base64.b64encode(os.urandom(15))),
        "key of 17 bytes": good.replace(key, base64.b64encode(os.urandom(17))),
        "key that is not base64": good.replace(key, b"!" * 22 + b"=="),
        "empty key": good.replace(key, b""),
        "no key": good.replace(b"Sec-WebSocket-Key: " + key + b"\r\n", b""),
        "two keys": good.replace(key, key + b"\r\nSec-WebSocket-Key: " + key),
        "no version": good.replace(b"Sec-WebSocket-Version: 13\r\n", b""),
        "no Host": good.replace(b"Host: localhost\r\n", b""),
        "two Hosts": good.replace(b"Host: localhost", b"Host: localhost\r\nHost: localhost"),
        "POST": good.replace(b"GET ", b"POST "),
        "HTTP/1.0": good.replace(b"HTTP/1.1", b"HTTP/1.0"),
        "a body": good.replace(b"Host: localhost", b"Host: localhost\r\nContent-Length: 3") + b"abc",
    }


if __name__ == "__main__":
    unittest.main()
