"""Attacks 21 to 32: broken or hostile Socket.IO packets. The session closes, never the server."""

import json
import unittest

from support import socketio
from support.case import WireTestCase
from support.engineio import target
from support.socketio import ack_packet, encoded, event_packet
from support.stream import Ended

PLACEHOLDER = {"_placeholder": True, "num": 0}
HOSTILE_NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf")
RESERVED_EVENTS = ("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener")


class SocketIoCase(WireTestCase):
    profile = "socketio"

    def connected(self, open_session, namespace="/"):
        """A new session that has joined `namespace`."""
        session = open_session()
        socketio.connect(session, namespace)
        return session

    def assert_each_ends_the_session(self, attacks, is_connected=True):
        """Every value of `attacks`, a list of packets, ends a session of its own by either transport."""
        for transport, open_session in self.transports():
            for name, packets in attacks.items():
                with self.subTest(name, transport=transport):
                    session = self.connected(open_session) if is_connected else open_session()
                    session.attack(*packets)
                    session.wait_until_closed()

    def assert_still_echoes(self, session, value="still here"):
        session.send(event_packet("message", value))
        self.assertEqual([value], socketio.receive_event(session, "message-back").arguments)


class Packets(SocketIoCase):
    limits = {"connectTimeoutMs": 20000}

    def test_e21_json_100000_levels_deep_ends_the_session(self):
        self.assert_each_ends_the_session({
            "arrays": ['42["message",' + "[" * 100_000 + "]" * 100_000 + "]"],
            "objects": ['42["message",' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "]"],
            "never closed": ['42["message",' + "[" * 200_000],
            "in an acknowledgement": ["431" + "[" * 100_000 + "]" * 100_000]})

    def test_e21_json_100000_levels_deep_in_connect_ends_the_session(self):
        self.assert_each_ends_the_session({
            "objects": ["40" + '{"a":' * 100_000 + "1" + "}" * 100_000]}, is_connected=False)

    def test_e21_json_20_levels_deep_is_echoed(self):
        for transport, open_session in self.transports():
            with self.subTest(transport=transport):
                value = json.loads("[" * 20 + "]" * 20)
                self.assert_still_echoes(self.connected(open_session), value)

    def test_e21_json_deeper_than_the_limit_ends_the_session(self):
        self.assert_each_ends_the_session({"40 levels": ['42["message",' + "[" * 40 + "]" * 40 + "]"]})

    def test_e22_an_ack_id_that_is_no_small_whole_number_ends_the_session(self):
        self.assert_each_ends_the_session({
            "10^30": ['421000000000000000000000000000000["message-with-ack",1]'],
            "2^64": ['4218446744073709551616["message-with-ack",1]'],
            "ten thousand digits": ["42" + "9" * 10_000 + '["message-with-ack",1]'],
            "negative": ['42-1["message-with-ack",1]'],
            "float": ['421.5["message-with-ack",1]'],
            "hexadecimal": ['420x1["message-with-ack",1]'],
            "with a space": ['421 ["message-with-ack",1] x'],
            "in an acknowledgement": ["43-1[]"]})

    def test_e22_the_largest_safe_ack_id_is_answered(self):
        session = self.connected(self.websocket_session)
        session.send(event_packet("message-with-ack", "x", ack_id=2**53 - 1))
        self.assertEqual(["x"], socketio.receive_ack(session, 2**53 - 1))

    def test_e23_an_unknown_namespace_is_refused_and_the_session_goes_on(self):
        for transport, open_session in self.transports():
            session = self.connected(open_session)
            for namespace in ("/unknown", "/../", "/custom/../x", "/custom/", "//", "/ ", "/%2e%2e",
                              *("/" + name for name in HOSTILE_NAMES)):
                with self.subTest(namespace, transport=transport):
                    session.send("40" + namespace + ",")
                    self.assertEqual(f'44{namespace},{{"message":"Invalid namespace"}}', _next_not_auth(session))
            self.assert_still_echoes(session)

    def test_e23_a_namespace_of_64_kib_ends_the_session(self):
        self.assert_each_ends_the_session({
            "with a comma": ["40/" + "n" * 65536 + ","],
            "without": ["40/" + "n" * 65536],
            "in an event": ["42/" + "n" * 65536 + ',["message"]']})

    def test_e24_anything_but_connect_before_connect_ends_the_session(self):
        self.assert_each_ends_the_session({
            "event": ['42["message",1]'], "event to another namespace": ['42/custom,["message",1]'],
            "acknowledgement": ["431[]"], "disconnect": ["41"], "connect error": ['44{"message":"x"}'],
            "binary event": [f'451-["message",{encoded(PLACEHOLDER)}]', b"x"], "binary": [b"x"],
        }, is_connected=False)

    def test_e24_an_event_to_a_namespace_that_was_not_joined_ends_the_session(self):
        self.assert_each_ends_the_session({"event": ['42/custom,["message",1]'],
                                           "after leaving": ["40/custom,", "41/custom,", '42/custom,["message",1]']})

    def test_e25_a_second_connect_to_the_same_namespace_ends_the_session(self):
        self.assert_each_ends_the_session({"the main one": ["40"], "another": ["40/custom,", "40/custom,"]})

    def test_e25_ten_thousand_unknown_namespaces_leave_nothing_behind(self):
        session = self.connected(self.websocket_session)
        with self.peak_memory() as peak:
            for start in range(0, 10_000, 500):
                names = [f"/unknown-{number}" for number in range(start, start + 500)]
                session.send(*[f"40{name}," for name in names])
                for name in names:
                    self.assertEqual(f'44{name},{{"message":"Invalid namespace"}}', _next_not_auth(session))
        self.assert_grew_at_most(peak, 16)
        self.assert_still_echoes(session)

    def test_e24_nonsense_ends_the_session(self):
        self.assert_each_ends_the_session({
            "unknown type": ["47"], "letters": ["4abc"], "no type": ["4"], "event without data": ["42"],
            "event with an object": ["42{}"], "event with an empty array": ["42[]"],
            "event with letters for an id": ['42abc["message"]'], "event with a nameless array": ["42[null]"],
            "name that is an object": ["42[{}]"], "trailing data": ['42["message"]x'], "two values": ["42[][]"],
            "acknowledgement with an object": ["431{}"], "disconnect with data": ['41{"a":1}'],
            "connect with an array": ["40/custom,[]"], "connect with a string": ['40/custom,"x"'],
            "NaN": ['42["message",NaN]'], "single quotes": ["42['message']"]})


class Binary(SocketIoCase):
    limits = {"maxAttachments": 10}

    def header(self, count, *arguments):
        """A binary event that announces `count` attachments."""
        return f"45{count}-" + encoded(["message", *arguments])

    def test_e26_text_where_an_attachment_is_due_ends_the_session(self):
        self.assert_each_ends_the_session({
            "event": [self.header(1, PLACEHOLDER), event_packet("message", 1)],
            "another header": [self.header(1, PLACEHOLDER), self.header(1, PLACEHOLDER)],
            "connect": [self.header(1, PLACEHOLDER), "40/custom,"],
            "second of two": [self.header(2, PLACEHOLDER, _placeholder(1)), b"one", event_packet("message", 1)]})

    def test_e27_more_attachments_than_allowed_end_the_session_at_the_header(self):
        self.assert_each_ends_the_session({
            "999999": [self.header(999_999, PLACEHOLDER)], "11": [self.header(11, PLACEHOLDER)],
            "10^30": [self.header(10**30, PLACEHOLDER)], "-1": [self.header(-1, PLACEHOLDER)],
            "a letter": ['45x-["message"]'], "no count": ['45-["message"]'], "no dash": ['451["message"]'],
            "in an acknowledgement": ["46999999-1[" + encoded(PLACEHOLDER) + "]"]})

    def test_e27_as_many_attachments_as_allowed_are_echoed_in_order(self):
        for transport, open_session in self.transports():
            with self.subTest(transport=transport):
                session = self.connected(open_session)
                attachments = [b"attachment %d" % number for number in range(10)]
                session.send(self.header(10, *[_placeholder(number) for number in range(10)]), *attachments)
                echo = _next_not_auth(session)
                self.assertTrue(echo.startswith('4510-["message-back",'), echo)
                self.assertEqual(attachments, [session.receive() for _ in range(10)])
                self.assert_still_echoes(session)

    def test_e27_an_event_announcing_no_attachments_is_handled_at_once_or_ends_the_session(self):
        session = self.connected(self.websocket_session)
        session.attack(self.header(0, "x"))
        try:
            self.assertEqual(["x"], socketio.receive_event(session, "message-back").arguments)
            self.assert_still_echoes(session)
        except Ended:
            pass

    def test_e28_a_placeholder_for_no_attachment_ends_the_session(self):
        wrong = {"beyond the last": 1, "negative": -1, "text": "0", "float": 0.5, "huge": 10**30, "null": None,
                 "list": [0], "boolean": True}
        self.assert_each_ends_the_session({
            name: [self.header(1, _placeholder(number)), b"one"] for name, number in wrong.items()})
        self.assert_each_ends_the_session({"no number": [self.header(1, {"_placeholder": True}), b"one"]})

    def test_e28_one_attachment_named_twice_arrives_twice_or_ends_the_session(self):
        session = self.connected(self.websocket_session)
        session.attack(self.header(1, PLACEHOLDER, PLACEHOLDER), b"one")
        try:
            self.assertTrue(_next_not_auth(session).startswith('452-["message-back",'))
            self.assertEqual([b"one", b"one"], [session.receive(), session.receive()])
        except Ended:
            pass

    def test_e28_a_placeholder_in_an_event_without_attachments_is_plain_data_or_ends_the_session(self):
        session = self.connected(self.websocket_session)
        session.attack(event_packet("message", PLACEHOLDER))
        try:
            self.assertEqual([PLACEHOLDER], socketio.receive_event(session, "message-back").arguments)
        except Ended:
            pass

    def test_e29_binary_without_a_header_ends_the_session(self):
        self.assert_each_ends_the_session({
            "at once": [b"x"], "empty": [b""],
            "one too many": [self.header(1, PLACEHOLDER), b"one", b"two"]})

    def test_e29_attachments_that_never_come_are_given_up_with_the_connection(self):
        for _ in range(200):
            session = self.connected(self.websocket_session)
            session.send(self.header(10, *[_placeholder(number) for number in range(10)]), b"x" * 10_000)
            session.connection.reset()


class Names(SocketIoCase):
    def test_e30_names_every_object_has_are_ordinary_names(self):
        for transport, open_session in self.transports():
            session = self.connected(open_session)
            for name in HOSTILE_NAMES:
                with self.subTest(name, transport=transport):
                    session.send(event_packet(name, 1))
                    value = {name: {"polluted": True}, "nested": [{name: None}]}
                    self.assert_still_echoes(session, value)

    def test_e30_names_every_object_has_are_no_session_ids(self):
        for name in HOSTILE_NAMES:
            with self.subTest(name):
                response = self.http().request("GET", target(self.fixture, "polling", name))
                self.assertEqual((400, 1), (response.status, json.loads(response.text)["code"]))

    def test_e30_hostile_auth_is_data(self):
        for name in HOSTILE_NAMES:
            with self.subTest(name):
                session = self.websocket_session()
                auth = {name: {"polluted": True}}
                socketio.connect(session, auth=auth)
                self.assertEqual([auth], socketio.receive_event(session, "auth").arguments)

    def test_e31_an_event_with_a_reserved_name_ends_the_session(self):
        self.assert_each_ends_the_session({name: [event_packet(name, 1)] for name in RESERVED_EVENTS})
        self.assert_each_ends_the_session({
            f"{name}, binary": ["451-" + encoded([name, PLACEHOLDER]), b"x"] for name in RESERVED_EVENTS})

    def test_e32_an_acknowledgement_nobody_asked_for_is_ignored(self):
        for transport, open_session in self.transports():
            with self.subTest(transport=transport):
                session = self.connected(open_session)
                session.send(ack_packet(0, "x"), ack_packet(2**53 - 1, "x"),
                             "461-7" + encoded([PLACEHOLDER]), b"x")
                self.assert_still_echoes(session)

    def test_e32_two_events_with_the_same_ack_id_are_each_answered_once(self):
        session = self.connected(self.websocket_session)
        session.send(*[event_packet("message-with-ack", value, ack_id=7) for value in ("one", "two")])
        self.assertEqual([["one"], ["two"]], [socketio.receive_ack(session, 7) for _ in range(2)])


class Features(SocketIoCase):
    """What needs rooms, acknowledgements asked for by the server, and namespaces that exist by pattern."""

    profile = "features"
    limits = {"maxNamespacesPerClient": 64}

    def ask(self, session, *arguments, ack_id):
        session.send(event_packet(*arguments, ack_id=ack_id))
        return socketio.receive_ack(session, ack_id)

    def assert_still_echoes(self, session, value="still here"):
        session.send(event_packet("echo", value))
        self.assertEqual(value, socketio.receive_event(session, "echo").arguments[0])

    def test_e25_a_client_joins_no_more_namespaces_than_allowed(self):
        session = self.connected(self.websocket_session)
        session.attack(*[f"40/dynamic-{number}," for number in range(10_000)])
        accepted, refused = 0, 0
        try:
            while accepted + refused < 10_000:
                packet = session.receive()
                accepted += packet.startswith("40/dynamic-")
                refused += packet.startswith("44/dynamic-")
        except Ended:
            pass
        self.assertEqual(63, accepted, "besides the main namespace")

    def test_e30_rooms_with_names_every_object_has_are_ordinary_rooms(self):
        session = self.connected(self.websocket_session)
        for number, name in enumerate(HOSTILE_NAMES):
            self.assertEqual(["ok"], self.ask(session, "join", name, ack_id=number))
        rooms = self.ask(session, "rooms", ack_id=100)[0]
        self.assertEqual(sorted(rooms), rooms)
        self.assertLessEqual(set(HOSTILE_NAMES), set(rooms))
        self.assertEqual(len(HOSTILE_NAMES) + 1, len(rooms), "and the socket's own")

    def test_e32_an_acknowledgement_by_another_client_is_ignored(self):
        asked = self.connected(self.websocket_session)
        forger = self.connected(self.websocket_session)
        asked.send(event_packet("ask", 2000, "question", ack_id=1))
        question = socketio.receive_event(asked, "question")
        forger.send(ack_packet(question.ack_id, "forged"))
        self.assert_still_echoes(forger)
        asked.send(ack_packet(question.ack_id, "own"))
        self.assertEqual([{"ok": True, "answer": ["own"]}], socketio.receive_ack(asked, 1))

    def test_e32_a_second_acknowledgement_of_the_same_event_is_ignored(self):
        session = self.connected(self.websocket_session)
        session.send(event_packet("ask", 2000, "question", ack_id=1))
        question = socketio.receive_event(session, "question")
        session.send(ack_packet(question.ack_id, "first"), ack_packet(question.ack_id, "second"))
        self.assertEqual([{"ok": True, "answer": ["first"]}], socketio.receive_ack(session, 1))
        self.assert_still_echoes(session)

    def test_e32_an_acknowledgement_after_its_timeout_is_ignored(self):
        session = self.connected(self.websocket_session)
        session.send(event_packet("ask", 100, "question", ack_id=1))
        question = socketio.receive_event(session, "question")
        self.assertEqual([{"ok": False, "error": "timeout"}], socketio.receive_ack(session, 1))
        session.send(ack_packet(question.ack_id, "late"))
        self.assert_still_echoes(session)


def _placeholder(number):
    return {"_placeholder": True, "num": number}


def _next_not_auth(session):
    """The next packet that is neither the server's `auth` event nor the answer to a CONNECT."""
    while True:
        packet = session.receive()
        if isinstance(packet, bytes) or not (packet.startswith('42["auth"') or packet.startswith("40")):
            return packet


if __name__ == "__main__":
    unittest.main()
