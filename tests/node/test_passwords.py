"""Passwords are expensive on purpose; nobody but those who try them may notice."""

import asyncio
import json
import unittest

import aiohttp

from support.case import ServerCase
from support.server import scaled

ATTEMPTS = 1000


async def attempt(session, server, number):
    """Tries to come in as Ann with a wrong password. Returns the code of the refusal."""
    url = f"{server.url}/socket.io/?EIO=4&transport=websocket"
    async with session.ws_connect(url, timeout=scaled(60)) as connection:
        await connection.receive_str()
        auth = {"name": "Ann", "password": f"guess {number}"}
        await connection.send_str("40" + json.dumps(auth))
        while True:
            packet = await asyncio.wait_for(connection.receive_str(), scaled(60))
            if packet.startswith("44"):
                return json.loads(packet[2:])["data"]["code"]


class Passwords(ServerCase):
    def test_a_password_opens_a_name_on_another_device(self):
        server = self.server()
        first = self.person(server, password="correct horse")
        second = self.person(server, password="correct horse")
        self.assertEqual(first.welcome["user"]["id"], second.welcome["user"]["id"])
        with self.assertRaises(ConnectionError):
            self.person(server, password="battery staple")

    def test_a_thousand_attempts_at_once_disturb_nobody_and_take_little_memory(self):
        server = self.server(connectsPerMinute=0, messagesPerSecond=0, maxWaitingPasswords=100)
        person = self.person(server, password="correct horse")
        refusals = []

        async def storm():
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
                tries = [asyncio.create_task(attempt(session, server, number)) for number in range(ATTEMPTS)]
                for done in asyncio.as_completed(tries):
                    refusals.append(await done)
                    if len(refusals) == 10:
                        # Many passwords are waiting now, for seconds; somebody who is in talks on meanwhile.
                        await asyncio.to_thread(self.talk, person, refusals)

        asyncio.run(storm())
        self.assertEqual(ATTEMPTS, len(refusals))
        self.assertEqual({"bad_password", "rate_limited"}, set(refusals))
        self.assertGreaterEqual(refusals.count("bad_password"), 50)
        self.assertLess(self.peak_megabytes(server), 400)

    def talk(self, person, refusals):
        for number in range(5):
            person.say(f"text {number}")
        self.assertLess(len(refusals), ATTEMPTS)

    @staticmethod
    def peak_megabytes(server):
        with open(f"/proc/{server.process.pid}/status", encoding="utf-8") as status:
            (line,) = [line for line in status if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024


if __name__ == "__main__":
    unittest.main()
