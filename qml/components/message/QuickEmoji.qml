import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! An emoji that one click gives. */
T.AbstractButton {
    id: root

    required property string modelData

    readonly property string emoji: modelData

    implicitWidth: implicitHeight
    implicitHeight: Math.max(28, Math.round(Theme.controlHeight * 0.78))
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("React with") + " " + emoji
    Accessible.onPressAction: root.clicked()

    contentItem: Label {
        text: root.emoji
        font.family: Theme.emojiFamily
        kind: Label.Kind.Lead
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideNone
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        FocusFrame {
            shown: root.visualFocus
            gap: 0
        }
    }
}
