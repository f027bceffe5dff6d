"""What a screen reader would be told of a program: the tree of its controls."""

import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

warnings.filterwarnings("ignore", category=DeprecationWarning)

VISIBLE = (Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)


class Control:
    """One node of the tree."""

    def __init__(self, node):
        self._node = node

    @property
    def name(self):
        return self._node.get_name() or ""

    @property
    def description(self):
        return self._node.get_description() or ""

    @property
    def role(self):
        return self._node.get_role_name()

    @property
    def box(self):
        """x, y, width and height on the screen."""
        extents = self._node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return extents.x, extents.y, extents.width, extents.height

    @property
    def centre(self):
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    @property
    def text(self):
        """What is written in a field."""
        text = self._node.get_text_iface()
        return Atspi.Text.get_text(text, 0, -1) if text else ""

    def has(self, state):
        return self._node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def is_shown(self):
        states = self._node.get_state_set()
        return all(states.contains(state) for state in VISIBLE)

    def children(self):
        for index in range(self._node.get_child_count()):
            child = self._node.get_child_at_index(index)
            if child is not None:
                yield Control(child)

    def descendants(self):
        for child in self.children():
            yield child
            yield from child.descendants()

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"


def application_of(pid):
    """The tree of a process, or nothing as long as it has none."""
    desktop = Atspi.get_desktop(0)
    desktop.set_cache_mask(Atspi.Cache.NONE)
    for index in range(desktop.get_child_count()):
        try:
            node = desktop.get_child_at_index(index)
            if node is not None and node.get_process_id() == pid:
                return Control(node)
        except GLib.Error:
            continue
    return None
