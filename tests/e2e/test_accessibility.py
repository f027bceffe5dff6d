"""What a screen reader is told: every control has a name and a role, on every page."""

from support.case import DesktopCase

# Roles of what somebody operates.
OPERATED = {
    "push button", "check box", "radio button", "combo box", "text", "entry", "password text", "slider", "toggle button",
    "menu item", "page tab", "link", "spin button", "list item",
}


class Accessibility(DesktopCase):
    def check(self, program, page, expected):
        """Nothing that can be operated is without a name; what the page is for is there."""
        program.see(expected)
        controls = program.tree()
        nameless = [f"{control.role} at {control.box}" for control in controls
                    if control.role in OPERATED and not control.name.strip()]
        self.assertEqual([], nameless, f"without a name on {page}")
        operated = [control for control in controls if control.role in OPERATED]
        self.assertGreaterEqual(len(operated), 3, f"{page} tells too little: {controls}")

    def test_every_page_is_told(self):
        ann = self.start("ann", "--name", "Ann")
        self.check(ann, "the first screen", "Host a chat")
        ann.click("Join a chat")
        self.check(ann, "joining", "Join")
        ann.press("Escape")
        ann.click("Host a chat")
        self.check(ann, "hosting", "Open the chat")
        ann.click("Open the chat")
        self.check(ann, "the chat", "Message")
        ann.click("Message")
        ann.type("hello")
        ann.press("Return")
        ann.see_text("hello")
        self.check(ann, "a room with a message", "Message")
        for keys, page, expected in (
            ("ctrl+m", "the members", "Members"),
            ("ctrl+f", "search", "Search in this room"),
            ("ctrl+k", "the switcher", lambda name: "General" in name),
            ("ctrl+slash", "the shortcuts", "Keyboard shortcuts"),
            ("ctrl+comma", "the settings", "Settings"),
        ):
            with self.subTest(page=page):
                ann.press(keys)
                self.check(ann, page, expected)
                ann.press("Escape")
