"""Attacks 49 and 50: requests whose length is ambiguous, and heads and chunks that are malformed."""

import unittest

from support.httpcase import TEXT, HttpCase
from support.httpclient import request_bytes


class Framing(HttpCase):
    SMUGGLED = request_bytes("GET", "/healthz")

    def post(self, *headers, body):
        """A POST to a new session whose framing headers are exactly `headers`."""
        session = self.polling_session()
        return request_bytes("POST", session.target, (*TEXT, *headers), body)

    def test_h49_a_length_beside_chunks_is_answered_400_and_nothing_after_it_is_executed(self):
        chunks = b"0\r\n\r\n" + self.SMUGGLED
        length = ("Content-Length", str(len(chunks)))
        for name, headers in {
                "length first": (length, ("Transfer-Encoding", "chunked")),
                "length last": (("Transfer-Encoding", "chunked"), length),
                "in capitals": (("TRANSFER-ENCODING", "CHUNKED"), length)}.items():
            with self.subTest(name):
                self.assert_refused(self.post(*headers, body=chunks), 400)

    def test_h49_two_lengths_are_answered_400_and_nothing_after_them_is_executed(self):
        for first, second in (("6", str(6 + len(self.SMUGGLED))), (str(6 + len(self.SMUGGLED)), "6")):
            with self.subTest(first=first, second=second):
                headers = ("Content-Length", first), ("Content-Length", second)
                self.assert_refused(self.post(*headers, body=b"4hello" + self.SMUGGLED), 400)
        self.assert_refused(self.post(("Content-Length", f"6, {6 + len(self.SMUGGLED)}"),
                                      body=b"4hello" + self.SMUGGLED), 400)

    def test_h49_a_length_that_is_no_plain_number_is_answered_400(self):
        arabic_five = "٥".encode().decode("latin-1")
        for length in ("+5", "-1", "0x5", "5 5", "5,", "five", "", "1e3", "5.0", "\t", "5;", arabic_five):
            with self.subTest(length):
                self.assert_refused(self.post(("Content-Length", length), body=b"4hell" + self.SMUGGLED), 400)

    def test_h49_a_length_that_overflows_is_refused(self):
        for length in (2**63, 2**64 - 1, 2**64, 2**64 + 5, 10**40):
            with self.subTest(length):
                self.assert_refused(self.post(("Content-Length", str(length)), body=b"4hell" + self.SMUGGLED), 400, 413)

    def test_h50_a_chunk_size_that_is_no_plain_number_is_answered_400(self):
        for size in ("ZZ", "-5", "+5", "0x5", "", " ", "5 5", "５".encode("utf-8").decode("latin-1"), ";a=b"):
            with self.subTest(size):
                body = size.encode("latin-1") + b"\r\n4hell\r\n0\r\n\r\n" + self.SMUGGLED
                self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=body), 400)

    def test_h50_a_chunk_size_that_overflows_is_refused(self):
        for size in ("FFFFFFFFFFFFFFFF", "10000000000000000", "10000000000000005", "F" * 100):
            with self.subTest(size[:20]):
                body = size.encode("ascii") + b"\r\n4hell\r\n0\r\n\r\n" + self.SMUGGLED
                self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=body), 400, 413)

    def test_h50_a_chunk_longer_than_its_size_is_answered_400(self):
        self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=b"2\r\n4hell\r\n0\r\n\r\n"), 400)

    def test_h50_endless_chunk_extensions_are_refused(self):
        body = b"5;" + b"x" * 200_000 + b"\r\n4hell\r\n0\r\n\r\n"
        self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=body), 400, 413, 431)

    def test_h50_endless_trailers_are_refused(self):
        body = b"5\r\n4hell\r\n0\r\n" + b"X-Trailer: x\r\n" * 20_000 + b"\r\n"
        self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=body), 400, 413, 431)

    def test_h50_a_trailer_never_passes_for_a_header(self):
        body = b"5\r\n4hell\r\n0\r\nContent-Length: 3\r\nHost: evil.example\r\n\r\n"
        response, _ = self.final_response(self.post(("Transfer-Encoding", "chunked"), body=body), seconds=2)
        self.assertIn(response.status, (200, 400))

    def test_h50_an_unknown_transfer_encoding_is_refused(self):
        body = b"5\r\n4hell\r\n0\r\n\r\n" + self.SMUGGLED
        for encoding in ("xchunked", "chunkedx", "chunked, identity", "chunked, chunked", "gzip, chunked", "identity",
                         "", '"chunked"', "chunked;q=1"):
            with self.subTest(encoding):
                self.assert_refused(self.post(("Transfer-Encoding", encoding), body=body), 400, 501)

    def test_h50_lines_that_end_with_a_bare_newline_are_refused(self):
        good = request_bytes("GET", "/healthz", (("X-Field", "x"),))
        for name, request in {"the first": good.replace(b"\r\n", b"\n", 1),
                              "a header": good.replace(b"localhost\r\n", b"localhost\n"),
                              "bare return": good.replace(b"localhost\r\n", b"localhost\r")}.items():
            with self.subTest(name):
                self.assert_refused(request, 400, 505)

    def test_h50_a_head_without_a_proper_end_is_never_a_request(self):
        good = request_bytes("GET", "/healthz", (("X-Field", "x"),))
        for name, request in {"newlines only": good.replace(b"\r\n", b"\n"), "the last": good[:-2] + b"\n",
                              "a TLS hello": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"}.items():
            with self.subTest(name):
                self.assert_refused(request, 400, 408)

    def test_h50_a_chunk_that_ends_with_a_bare_newline_is_refused(self):
        for body in (b"5\n4hell\r\n0\r\n\r\n", b"5\r\n4hell\n0\r\n\r\n", b"5\r\n4hell\r\n0\n\n"):
            with self.subTest(body):
                self.assert_refused(self.post(("Transfer-Encoding", "chunked"), body=body), 400, 408)

    def test_h50_a_folded_header_is_answered_400(self):
        for fold in (b"X-Field: a\r\n b\r\n", b"X-Field: a\r\n\tb\r\n", b" X-Field: a\r\n"):
            with self.subTest(fold):
                self.assert_refused(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + fold + b"\r\n", 400)

    def test_h50_a_malformed_head_is_answered_400(self):
        for name, head in MALFORMED_HEADS.items():
            with self.subTest(name):
                self.assert_refused(head + b"\r\n", 400)

    def test_h50_another_protocol_or_version_is_refused(self):
        for version in ("HTTP/2.0", "HTTP/0.9", "HTTP/11.1", "HTTP/1.10", "HTTP/1.1x", "HTTQ/1.1", "b HTTP/1.1"):
            with self.subTest(version):
                self.assert_refused(f"GET /healthz {version}\r\nHost: a\r\n\r\n".encode("ascii"), 400, 505)

    def test_h50_a_target_that_is_no_path_finds_nothing(self):
        for path in ("healthz", "http://evil.example/healthz", "*", "?", "//healthz", "/healthz/../healthz"):
            with self.subTest(path):
                self.assertIn(self.http().request("GET", path).status, (400, 404))

    def test_h50_a_chunked_body_is_taken_whole(self):
        session = self.polling_session()
        response = session.writer.request("POST", session.target, (*TEXT, ("Transfer-Encoding", "chunked")),
                                          b"2\r\n4h\r\n3;a=b\r\nell\r\n1\r\no\r\n0\r\n\r\n")
        self.assertEqual((200, "ok"), (response.status, response.text))
        self.assertEqual("4hello", session.receive())


MALFORMED_HEADS = {
    "two spaces": b"GET  /healthz HTTP/1.1\r\nHost: a\r\n",
    "tabs for spaces": b"GET\t/healthz\tHTTP/1.1\r\nHost: a\r\n",
    "no version": b"GET /healthz\r\nHost: a\r\n",
    "NUL in the target": b"GET /\0 HTTP/1.1\r\nHost: a\r\n",
    "space before a colon": b"GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length : 5\r\n",
    "space in a name": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX y: b\r\n",
    "empty name": b"GET /healthz HTTP/1.1\r\nHost: a\r\n: x\r\n",
    "no colon": b"GET /healthz HTTP/1.1\r\nHost: a\r\nNo colon\r\n",
    "NUL in a value": b"GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n",
}


if __name__ == "__main__":
    unittest.main()
