import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One line of an AppMenu. */
T.MenuItem {
    id: root

    property string iconName
    property string shortcutText
    property bool danger: false

    readonly property color ink: !enabled ? Theme.textDisabled : danger ? Theme.dangerText : Theme.text

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.rowHeight
    horizontalPadding: Theme.space3
    Accessible.role: Accessible.MenuItem
    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        implicitWidth: Theme.icon + Theme.space3 + label.implicitWidth + Theme.space5 + shortcut.implicitWidth

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: root.checkable ? (root.checked ? "check" : "") : root.iconName
            color: root.danger || !root.enabled ? root.ink : Theme.textSecondary
            size: 18
        }
        Label {
            id: label

            anchors.left: icon.right
            anchors.leftMargin: Theme.space3
            anchors.right: shortcut.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            Accessible.ignored: true
        }
        Label {
            id: shortcut

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.shortcutText
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: 6
        color: root.down ? Theme.pressed : root.highlighted ? Theme.hover : "transparent"
    }
}
