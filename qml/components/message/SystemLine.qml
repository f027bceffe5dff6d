import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A line about the room: somebody joined, it has another name. */
Label {
    id: root

    required property MessageEntry entry

    width: entry.textWidth
    topPadding: Theme.compact ? 1 : Theme.space1
    bottomPadding: topPadding
    text: entry.systemText
    kind: Label.Kind.Small
    muted: true
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignHCenter
    Accessible.ignored: true
}
