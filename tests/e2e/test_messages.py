"""What somebody does with a message is seen by the other."""

import re

from support.conversation import ConversationCase


class Messages(ConversationCase):
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
