"""Reads every room's log back and compares it with the ledger."""


async def read_log(reader, room):
    """All events of a room, in the order in which the server gives them."""
    events = []
    last = 0
    while True:
        answer = (await reader.call("sync", {"rooms": {room: last}}))["rooms"][room]
        if answer.get("reset"):
            raise AssertionError(f"the log of {room} could not be read from its beginning")
        events += answer["events"]
        if not answer.get("more"):
            return events
        last = events[-1]["seq"]


async def find_faults(reader, rooms, ledger):
    """Sentences, one for each thing that is not as promised; and figures for the report."""
    faults = list(ledger.contradictions)
    stored = {}
    unacknowledged = 0
    for room in rooms:
        events = await read_log(reader, room)
        for expected, event in enumerate(events, start=1):
            if event["seq"] != expected:
                faults.append(f"{room}: event {event['seq']} where {expected} should be")
                break
        for event in events:
            if event["type"] != "message.posted":
                continue
            message = event["message"]
            if message["text"] in stored:
                faults.append(f"{message['text']} is there twice: {stored[message['text']]} and {message['id']}")
            stored[message["text"]] = message["id"]
            if ledger.sent.get(message["text"]) != room:
                faults.append(f"{message['text']} is in {room}, where nobody sent it")
            if message["text"] not in ledger.acked:
                unacknowledged += 1
    lost = [nonce for nonce, acked in ledger.acked.items() if stored.get(nonce) != acked.id]
    faults += [f"{nonce} was acknowledged as {ledger.acked[nonce]} and is {stored.get(nonce, 'gone')}"
               for nonce in lost]
    figures = {"acknowledged": len(ledger.acked), "lost": len(lost), "stored unacknowledged": unacknowledged}
    return faults, figures
