"""A server that wants to harm those who join it gets nothing but its own words on their screens."""

import re

from support import evilserver
from support.case import DesktopCase
from support.waiting import wait_until


class HostileServer(DesktopCase):
    def join(self, greeting, answers=None):
        self.evil = evilserver.EvilServer(greeting, answers)
        self.addCleanup(self.evil.close)
        ann = self.start("ann", "--join", self.evil.address, "--name", "Ann")
        wait_until(lambda: self.evil.greeted, "the program has joined")
        return ann

    def post(self, text, seq=2, **fields):
        message = evilserver.message(seq, text, **fields)
        self.evil.send("room:event", {
            "room": "general", "seq": seq, "type": "message.posted", "by": message["by"], "at": message["at"],
            "message": message,
        })

    def test_markup_in_any_field_is_shown_as_text_and_fetches_nothing(self):
        def trap(name):
            return f'<img src="http://127.0.0.1:{self.port}/{name}.png"><b>{name}</b>'

        self.port = 0
        placeholder = evilserver.EvilServer({})
        self.addCleanup(placeholder.close)
        self.port = placeholder.port
        mallory = {**evilserver.OTHER, "name": trap("user"), "avatar": trap("avatar")}
        greeting = evilserver.welcome(
            users=[evilserver.ME, mallory],
            rooms=[evilserver.room(name=trap("room"), topic=trap("topic"))],
            presence=[{"user": mallory["id"], "state": "away", "status": trap("status")}],
            server={"name": trap("server"), "version": trap("version"), "protocol": 1, "limits": {}, "features": []},
        )
        ann = self.join(greeting)
        self.post(trap("message"), reactions=[{"emoji": trap("emoji"), "users": [mallory["id"]]}])
        ann.see_text(trap("message"))
        self.evil.send("typing", {"room": "general", "user": mallory["id"], "on": True})
        self.evil.send("notice", {"kind": "announcement", "by": mallory["id"], "text": trap("notice"), "at": 1})
        ann.press("ctrl+m")
        ann.see_text("<b>user</b>")
        ann.press("ctrl+k")
        ann.press("Escape")
        self.assertEqual([], placeholder.fetched)
        self.assertIsNone(ann.process.poll())

    def test_only_harmless_links_can_be_followed(self):
        ann = self.join(evilserver.welcome())
        links = ("file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "[x](file:///etc/passwd)")
        for seq, link in enumerate(links, 2):
            self.post(f"look: {link} !", seq)
        message = ann.see_text("smb://host/share")
        x, y, width, height = message.box
        for step in range(8):
            ann.click_at(x + width * step // 16 + 60, y + height - 10)
        self.assertIsNone(ann.find(lambda name: name.startswith("Open this link")))
        self.assertIsNone(ann.process.poll())

    def test_names_cannot_turn_the_direction_or_hide(self):
        mallory = {**evilserver.OTHER, "name": "\u202eannA\u200b\u2066 admin"}
        ann = self.join(evilserver.welcome(users=[evilserver.ME, mallory]))
        self.post("who am I?")
        ann.see_text("who am I?")
        shown = " ".join(control.name for control in ann.tree())
        self.assertIsNone(re.search("[\u202a-\u202e\u2066-\u2069\u200b]", shown), "a name reverses what follows it")

    def test_huge_texts_leave_the_window_usable(self):
        ann = self.join(evilserver.welcome())
        self.post("z" + "\u0336\u0489" * 5_000, 2)
        self.post("A" * 1_000_000, 3)
        self.post("\U0001f600" * 10_000, 4)
        self.post("still here", 5)
        ann.see_text("still here", seconds=60)
        ann.click("Message")
        ann.type("fine")
        wait_until(lambda: ann.see("Message").text == "fine", "what is typed appears")

    def test_a_history_without_end_and_with_wrong_ids_is_borne(self):
        def page(_):
            messages = [evilserver.message(seq, "again and again") for seq in range(1, 51)]
            for message in messages[::3]:
                message["id"] = "general-999"
            messages.append(evilserver.message(-5, "negative"))
            messages.append({"id": 5, "nonsense": True})
            return {"ok": True, "messages": messages, "hasBefore": True, "hasAfter": True}

        rooms = [evilserver.room(seq=100_000)]
        ann = self.join(evilserver.welcome(rooms=rooms), {"history:get": page})
        self.post("the newest", 100_001)
        ann.see_text("the newest")
        for _ in range(10):
            ann.press("Home")
        ann.click("Message")
        ann.type("fine")
        wait_until(lambda: ann.see("Message").text == "fine", "what is typed appears")
        asked = [event for event, _ in self.evil.asked]
        self.assertLess(asked.count("history:get"), 200)

    def test_very_many_rooms_are_borne(self):
        rooms = [evilserver.room(id=f"r{number}", name=f"Room {number}") for number in range(20_000)]
        ann = self.join(evilserver.welcome(rooms=[evilserver.room(), *rooms]))
        ann.see(lambda name: name.startswith("Room "), seconds=60)
        ann.press("ctrl+k")
        ann.type("Room 19999")
        ann.press("Return")
        ann.see("Room 19999", seconds=60)
