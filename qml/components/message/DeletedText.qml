import QtQuick
import Confab.Components.Controls

/*! In place of a message that was taken back. */
Label {
    id: root

    required property MessageEntry entry

    width: entry.textWidth
    text: qsTr("This message was deleted")
    muted: true
    font.italic: true
    wrapMode: Text.Wrap
    Accessible.ignored: true
}
