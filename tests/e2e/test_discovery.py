"""Chats are found without typing an address, and where there is none, the reasons are named."""

from support.case import DesktopCase


class Discovery(DesktopCase):
    def test_a_hosted_chat_is_found_and_joined_by_a_click(self):
        ann = self.start("ann", "--host", "--name", "Ann")
        ann.see("Your chat is running")
        bob = self.start("bob", "--name", "Bob")
        bob.click("Join a chat")
        bob.click(lambda name: name.startswith("Ann's chat, "))
        bob.see("Message")
        ann.see("Bob")

    def test_where_nothing_is_found_it_says_what_may_be_wrong(self):
        bob = self.start("bob", "--name", "Bob")
        bob.click("Join a chat")
        bob.see("No chat found yet")
        bob.see_text("firewall")

    def test_closing_the_window_of_a_host_asks_and_names_the_number_of_people(self):
        ann = self.start("ann", "--host", "--name", "Ann")
        ann.see("Your chat is running")
        bob = self.start("bob", "--join", "127.0.0.1:8418", "--name", "Bob")
        bob.see("Message")
        ann.see("Bob")
        ann.press("alt+F4")
        ann.see_text("One person is connected")
        ann.press("Escape")
        ann.see("Your chat is running")
