"""What tests of two people who talk have in common."""

import json
import re

from support.case import DesktopCase, wait_until


class ConversationCase(DesktopCase):
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
