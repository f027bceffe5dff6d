"""The server goes away and comes back, and nothing that was written is lost or doubled."""

from support.case import DesktopCase, wait_until


class Offline(DesktopCase):
    def say(self, person, text):
        person.click("Message")
        person.type(text)
        person.press("Return")
        person.see_text(text)

    def count(self, person, text):
        return len([control for control in person.tree() if text in control.name and control.role == "list item"])

    def test_what_is_written_while_the_server_is_away_arrives_once(self):
        server = self.serve()
        ann = self.start("ann", "--join", server.address, "--name", "Ann")
        bob = self.start("bob", "--join", server.address, "--name", "Bob")
        self.say(ann, "Before the cut")
        bob.see_text("Before the cut")
        server.kill()
        ann.see_text("Trying again in")
        self.say(ann, "Written without a server")
        ann.close()
        ann = self.start("ann")
        ann.see_text("Before the cut")
        ann.see_text("Written without a server")
        server.start_again()
        bob.see_text("Written without a server", seconds=60)
        self.assertEqual(1, self.count(bob, "Written without a server"))
        wait_until(lambda: ann.find(lambda name: "Trying again" in name) is None, "Ann is back")
        self.say(ann, "After the cut")
        bob.see_text("After the cut")
        self.assertEqual(1, self.count(bob, "Written without a server"))

    def test_history_can_be_read_and_searched_without_a_server(self):
        server = self.serve()
        ann = self.start("ann", "--join", server.address, "--name", "Ann")
        for text in ("The kettle is new", "The lamp is old"):
            self.say(ann, text)
        ann.close()
        server.kill()
        ann = self.start("ann")
        ann.see_text("The lamp is old")
        ann.press("ctrl+shift+f")
        ann.type("kettle")
        ann.see(lambda name: name.startswith("Ann, General"))
