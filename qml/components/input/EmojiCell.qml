import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One emoji that can be chosen. */
T.AbstractButton {
    id: root

    property string emoji
    property string name
    property bool current: false

    implicitWidth: 40
    implicitHeight: 40
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: name.length > 0 ? name : emoji
    Accessible.onPressAction: root.clicked()

    contentItem: Text {
        text: root.emoji
        textFormat: Text.PlainText
        font.family: Theme.emojiFamily
        font.pixelSize: 22
        color: Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered || root.current ? Theme.hover : "transparent"
        border.width: root.current ? Theme.focusWidth : 0
        border.color: Theme.focus
    }
}
