"""Two people with a window each: one hosts, the other joins, and they talk."""

import re

from support.case import DesktopCase, wait_until
from support.notifications import Notifications


class Conversation(DesktopCase):
    def host_and_guest(self):
        """Ann hosts, Bob is in; both have General open."""
        ann = self.start("ann", "--host", "--name", "Ann")
        ann.click("Open the chat")
        link = self.invitation(ann)
        bob = self.start("bob", "--join", link, "--name", "Bob")
        for person in (ann, bob):
            person.see("Message")
        return ann, bob

    def invitation(self, host):
        address = wait_until(lambda: self.hosted_port(host), "the host has a port")
        return f"confab://127.0.0.1:{address}"

    def hosted_port(self, host):
        import json

        file = host.data / "servers.json"
        if not file.exists():
            return None
        found = re.search(r"127\.0\.0\.1:(\d+)", json.dumps(json.loads(file.read_text())))
        return found and found[1]

    def say(self, person, text):
        person.click("Message")
        person.type(text)
        person.press("Return")
        person.see_text(text)

    def test_both_see_what_each_says(self):
        ann, bob = self.host_and_guest()
        self.say(ann, "Good morning, Bob")
        bob.see_text("Good morning, Bob")
        self.say(bob, "Good morning, Ann")
        ann.see_text("Good morning, Ann")

    def test_typing_is_seen_and_goes_away(self):
        ann, bob = self.host_and_guest()
        bob.click("Message")
        bob.type("I am thinking of someth")
        ann.see_text("Bob is typing")
        bob.press("ctrl+a", "BackSpace")
        wait_until(lambda: ann.find(lambda name: "is typing" in name) is None, "typing is over")

    def test_a_reply_quotes_and_a_reaction_counts(self):
        ann, bob = self.host_and_guest()
        self.say(ann, "Soup today?")
        bob.see_text("Soup today?")
        bob.click("Message")
        bob.press("shift+Up")
        bob.type("Yes please")
        bob.press("Return")
        ann.see(lambda name: name.startswith("In reply to: Ann, Soup today?"))
        message = ann.see_text("Yes please")
        ann.hover(message)
        ann.click(lambda name: name.startswith("React with"))
        bob.see(lambda name: re.fullmatch(r"\S+ 1", name) is not None)

    def test_an_edit_reaches_the_other(self):
        ann, bob = self.host_and_guest()
        self.say(ann, "See you at six")
        bob.see_text("See you at six")
        ann.click("Message")
        ann.press("Up")
        ann.see("Edit message")
        ann.press("ctrl+a")
        ann.type("See you at seven")
        ann.press("Return")
        bob.see_text("See you at seven")

    def test_what_is_unread_is_counted_and_notified(self):
        ann, bob = self.host_and_guest()
        ann.activate()
        self.say(ann, "Good evening")
        self.say(ann, "@Bob are you there?")
        Notifications(self.desktop).wait_for("are you there?")
        bob.see("General, 2 unread, 1 mention")
        bob.activate()
        wait_until(lambda: bob.find(lambda name: "unread" in name) is None, "everything is read")

    def test_search_finds_and_jumps(self):
        ann, bob = self.host_and_guest()
        for text in ("The umbrella is blue", "The hat is red", "Nothing else"):
            self.say(ann, text)
        bob.see_text("Nothing else")
        bob.press("ctrl+shift+f")
        bob.type("umbrella")
        bob.see(lambda name: name.startswith("Ann, General"))
        bob.press("Return")
        bob.see_text("The umbrella is blue")
