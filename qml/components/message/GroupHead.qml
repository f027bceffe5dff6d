import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Who wrote what follows, and when. Its height is that of the line with the name; the disc hangs down from it. */
Item {
    id: root

    required property MessageEntry entry

    implicitHeight: Math.ceil(name.implicitHeight) + 2

    InitialDisc {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        y: 1
        initial: root.entry.authorInitial
        colour: root.entry.authorColor

        TapHandler {
            onTapped: root.entry.authorActivated(root.entry.authorId, root)
        }
    }
    // Plain items instead of labels: there is one of these for every few messages.
    Text {
        id: name

        anchors.left: parent.left
        anchors.leftMargin: Theme.space4 + Theme.avatar + Theme.space3
        width: Math.min(Math.ceil(implicitWidth), root.width - 2 * Theme.space12 - Theme.avatar - time.implicitWidth)
        text: root.entry.authorName
        textFormat: Text.PlainText
        elide: Text.ElideRight
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        font.weight: Font.DemiBold
        color: Theme.ink(root.entry.authorColor)
        Accessible.ignored: true

        TapHandler {
            onTapped: root.entry.authorActivated(root.entry.authorId, name)
        }
    }
    Text {
        id: time

        anchors.left: name.right
        anchors.leftMargin: Theme.space2
        anchors.baseline: name.baseline
        text: root.entry.timeText
        textFormat: Text.PlainText
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionSize
        color: Theme.textMuted
        Accessible.ignored: true
    }
}
