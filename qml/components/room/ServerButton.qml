import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! A server in the rail at the edge of the window. */
T.AbstractButton {
    id: root

    property string name
    property string initial
    property color colour: Theme.accent
    property int unread: 0
    property int mentions: 0
    property bool online: true
    property bool selected: false

    signal menuRequested(real x, real y)

    implicitWidth: 64
    implicitHeight: 56
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: name
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onMenuPressed: root.menuRequested(width / 2, height / 2)
    Accessible.role: Accessible.PageTab
    Accessible.name: name + (unread > 0 ? ", " + qsTr("%n unread", "", unread) : "") + (online ? "" : ", " + qsTr("not connected"))
    Accessible.selected: selected
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        InitialDisc {
            id: disc

            anchors.centerIn: parent
            size: 44
            square: true
            initial: root.initial
            colour: root.colour
            opacity: root.online ? 1 : 0.55

            Rectangle {
                anchors.fill: parent
                radius: parent.radius
                color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
            }
            FocusFrame {
                shown: root.visualFocus
                radius: disc.radius + 4
            }
        }
        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: 2
            anchors.verticalCenter: disc.top
            anchors.verticalCenterOffset: 4
            width: badge.width + 4
            height: badge.height + 4
            radius: height / 2
            color: Theme.backdrop
            visible: badge.visible

            Badge {
                id: badge

                anchors.centerIn: parent
                count: root.mentions > 0 ? root.mentions : root.unread
                kind: root.mentions > 0 ? Badge.Kind.Mention : Badge.Kind.Plain
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.left: parent.left
            anchors.leftMargin: -2
            anchors.verticalCenter: parent.verticalCenter
            width: 6
            height: root.selected ? 32 : root.hovered ? 16 : 8
            radius: 3
            color: root.selected ? Theme.accentText : Theme.textSecondary
            visible: root.selected || root.hovered || root.unread > 0
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: eventPoint => root.menuRequested(eventPoint.position.x, eventPoint.position.y)
    }
    Loader {
        anchors.fill: parent
        active: root.hovered || root.visualFocus
        source: "ServerToolTip.qml"
        onLoaded: (item as ServerToolTip).text = Qt.binding(() => root.name)
    }
}
