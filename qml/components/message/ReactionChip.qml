import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! One emoji under a message, and how many chose it. */
T.AbstractButton {
    id: root

    required property var modelData

    readonly property bool isMine: modelData.isMine
    readonly property string emoji: modelData.emoji
    readonly property int count: modelData.count
    readonly property string names: modelData.names

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.round(Theme.bodySize * 1.86)
    horizontalPadding: Theme.space2
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.CheckBox
    Accessible.name: emoji + " " + count
    Accessible.description: names
    Accessible.checkable: true
    Accessible.checked: isMine
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()

    contentItem: Row {
        spacing: 5

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.emoji
            font.family: Theme.emojiFamily
            Accessible.ignored: true
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: String(root.count)
            kind: Label.Kind.Caption
            strong: true
            color: root.isMine ? Theme.accentText : Theme.textSecondary
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: height / 2
        color: root.isMine ? Theme.accentSoft : root.down ? Theme.pressed : Theme.hover
        border.width: root.isMine || root.hovered ? 1 : 0
        border.color: root.isMine ? Theme.accentText : Theme.borderStrong

        FocusFrame {
            shown: root.visualFocus
            gap: 0
            radius: height / 2
        }
    }

    Loader {
        anchors.fill: parent
        active: root.hovered && root.names.length > 0
        source: "ReactionNames.qml"
        onLoaded: (item as ReactionNames).text = Qt.binding(() => root.names)
    }
}
