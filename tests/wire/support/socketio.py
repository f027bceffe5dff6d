"""Just enough Socket.IO v5 to connect, emit and read events over an Engine.IO session."""

import json
from dataclasses import dataclass


def connect(session, namespace="/", auth=None):
    """Joins `namespace` and returns the socket's id; raises AssertionError if the server refuses."""
    prefix = "" if namespace == "/" else namespace + ","
    session.send("40" + prefix + ("" if auth is None else encoded(auth)))
    while True:
        packet = session.receive()
        if packet.startswith("40" + prefix):
            return json.loads(packet[2 + len(prefix):])["sid"]
        if packet.startswith("44"):
            raise AssertionError(f"refused: {packet}")


@dataclass(frozen=True)
class Event:
    """An event (2) or acknowledgement (3) in namespace `/`; an acknowledgement has no name."""

    name: str | None
    arguments: list
    ack_id: int | None


def event_packet(name, *arguments, ack_id=None, namespace="/"):
    """An event as an Engine.IO packet."""
    prefix = "" if namespace == "/" else namespace + ","
    return "42" + prefix + ("" if ack_id is None else str(ack_id)) + encoded([name, *arguments])


def ack_packet(ack_id, *arguments):
    return f"43{ack_id}" + encoded(list(arguments))


def parse(packet):
    """The Event in a text packet of namespace `/`, or None for any other packet."""
    if not isinstance(packet, str) or packet[:2] not in ("42", "43"):
        return None
    start = packet.find("[")
    ack_id = int(packet[2:start]) if start > 2 else None
    values = json.loads(packet[start:])
    return Event(values[0], values[1:], ack_id) if packet[1] == "2" else Event(None, values, ack_id)


def receive_event(session, name):
    """Reads on until event `name` and returns it."""
    while True:
        event = parse(session.receive())
        if event is not None and event.name == name:
            return event


def receive_ack(session, ack_id):
    """Reads on until the acknowledgement `ack_id` and returns its arguments."""
    while True:
        event = parse(session.receive())
        if event is not None and event.name is None and event.ack_id == ack_id:
            return event.arguments


def encoded(value):
    """JSON without spaces."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
