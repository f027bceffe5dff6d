import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! When a message within a group was written, in the margin. */
Item {
    id: root

    required property MessageEntry entry

    implicitHeight: 0

    Label {
        anchors.right: parent.left
        anchors.rightMargin: -(Theme.space4 + Theme.avatar)
        y: 3
        width: Theme.space4 + Theme.avatar - Theme.space1
        text: root.entry.timeText.length <= 8 ? root.entry.timeText : ""
        font.pixelSize: Math.round(Theme.captionSize * 0.9)
        muted: true
        horizontalAlignment: Text.AlignRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        elide: Text.ElideNone
        Accessible.ignored: true
    }
}
