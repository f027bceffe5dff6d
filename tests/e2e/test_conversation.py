"""Two people with a window each: one hosts, the other joins, and they talk."""

from support.case import wait_until
from support.conversation import ConversationCase


class Conversation(ConversationCase):
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
