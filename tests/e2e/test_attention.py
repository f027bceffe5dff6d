"""What somebody has missed is counted, announced and found."""

from support.case import wait_until
from support.conversation import ConversationCase
from support.notifications import Notifications


class Attention(ConversationCase):
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
