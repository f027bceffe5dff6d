import QtQuick
import Confab.Theme

/*! One key of a keyboard. */
Rectangle {
    id: root

    property string text

    implicitWidth: Math.max(implicitHeight, label.implicitWidth + Theme.space2 + 2)
    implicitHeight: Math.round(Theme.captionSize * 1.85)
    radius: 5
    color: Theme.raised
    border.width: 1
    border.color: Theme.border

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: 3
        anchors.rightMargin: 3
        height: 2
        color: Theme.border
    }
    Label {
        id: label

        anchors.centerIn: parent
        text: root.text
        kind: Label.Kind.Caption
        secondary: true
    }
}
