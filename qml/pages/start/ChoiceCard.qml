import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme

/*!
    One of the two ways into a chat: a button with a sentence about what it does.
*/
T.AbstractButton {
    id: root

    required property string iconName
    required property string description
    /*! The one that most people take. */
    property bool primary: false

    readonly property color ink: root.primary ? Theme.textOnAccent : Theme.text

    implicitWidth: 280
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.space5
    opacity: root.enabled ? 1 : 0.5
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.description: root.description
    Accessible.onPressAction: root.clicked()

    background: Rectangle {
        radius: Theme.radiusLarge
        color: root.primary ? (root.down ? Theme.accentPressed : root.hovered ? Theme.accentHover : Theme.accent) : Theme.raised
        border.width: root.primary ? 0 : 1
        border.color: root.hovered ? Theme.borderStrong : Theme.border

        Rectangle {
            anchors.fill: parent
            visible: !root.primary
            radius: parent.radius
            color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        }
        FocusFrame {
            shown: root.visualFocus
        }
    }
    contentItem: Column {
        spacing: Theme.space2

        Icon {
            name: root.iconName
            color: root.primary ? Theme.textOnAccent : Theme.accentText
            size: 28
        }
        Label {
            width: parent.width
            topPadding: Theme.space1
            kind: Label.Kind.Lead
            strong: true
            wrapMode: Text.Wrap
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            kind: Label.Kind.Small
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            text: root.description
            color: root.primary ? Theme.textOnAccent : Theme.textSecondary
            Accessible.ignored: true
        }
    }
}
