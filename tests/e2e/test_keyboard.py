"""The keyboard is enough: from the first screen to leaving the chat, the mouse is never touched."""

from support.case import DesktopCase, wait_until


class Keyboard(DesktopCase):
    def focused(self, program):
        """The control that has the keyboard."""
        return next((control for control in reversed(program.tree()) if control.has("focused")), None)

    def tab_to(self, program, name):
        for _ in range(60):
            control = self.focused(program)
            if control is not None and control.name == name:
                return
            before = repr(control)
            program.press("Tab")
            wait_until(lambda before=before: repr(self.focused(program)) != before or True, "the focus moves")
        self.fail(f"Tab never leads to {name!r}")

    def test_host_invite_talk_search_and_leave(self):
        ann = self.start("ann")
        wait_until(lambda: self.focused(ann), "something has the focus")
        self.assertEqual("Your name", self.focused(ann).name)
        ann.press("ctrl+a")
        ann.type("Ann")
        self.tab_to(ann, "Host a chat")
        ann.press("Return")
        ann.see("Your chat is running")
        self.tab_to(ann, "Copy")
        ann.press("space")
        self.tab_to(ann, "Open the chat")
        ann.press("Return")
        wait_until(lambda: self.focused(ann) and self.focused(ann).name == "Message", "the composer has the focus")
        ann.type("Only by keyboard")
        ann.press("Return")
        ann.see_text("Only by keyboard")
        ann.press("ctrl+f")
        ann.type("keyboard")
        ann.see(lambda name: name.startswith("Ann, General"))
        ann.press("Escape", "Escape", "Escape")
        ann.press("ctrl+k")
        ann.type("General")
        ann.press("Return")
        wait_until(lambda: self.focused(ann) and self.focused(ann).name == "Message", "the composer has the focus")
        ann.press("ctrl+slash")
        ann.see_text("Ctrl+K")
        ann.press("Escape")
        self.make_a_room_and_leave_it(ann)
        ann.press("ctrl+q")
        wait_until(lambda: ann.process.poll() is not None or ann.find("Stop and close"), "the end is asked for")
        if ann.process.poll() is None:
            self.tab_to(ann, "Stop and close")
            ann.press("Return")
        wait_until(lambda: ann.process.poll() is not None, "the program ends")
        self.assertEqual(0, ann.process.poll())

    def make_a_room_and_leave_it(self, ann):
        ann.press("ctrl+n")
        wait_until(lambda: self.focused(ann) and self.focused(ann).name == "Name", "the name of the room is asked for")
        ann.type("Kitchen")
        ann.press("Return")
        ann.see("Kitchen")
        wait_until(lambda: self.focused(ann) and self.focused(ann).name == "Message", "the composer has the focus")
        ann.type("Soup is ready")
        ann.press("Return")
        ann.see_text("Soup is ready")
        ann.press("ctrl+i")
        ann.see("Leave this room")
        self.tab_to(ann, "Leave this room")
        ann.press("Return")
        ann.see("Leave “Kitchen”?")
        self.tab_to(ann, "Leave")
        ann.press("Return")
        wait_until(lambda: ann.find("Kitchen") is None, "the room is gone")
