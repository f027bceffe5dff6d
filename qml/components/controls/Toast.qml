import QtQuick
import Confab.Theme

/*! A short notice at the bottom of a page, which goes away by itself. */
Rectangle {
    id: root

    property string text
    property string actionText
    property string iconName
    /*! How long it stays, in milliseconds. */
    property int duration: 5000
    property bool open: false

    signal actionTriggered

    function show(text: string, iconName: string, actionText: string): void {
        root.text = text;
        root.iconName = iconName;
        root.actionText = actionText;
        open = true;
        timer.restart();
    }

    function hide(): void {
        open = false;
    }

    implicitWidth: Math.min(parent ? parent.width - 2 * Theme.space4 : 480, row.implicitWidth + 2 * Theme.space4)
    implicitHeight: Math.max(44, label.implicitHeight + 2 * Theme.space3)
    radius: Theme.radius
    color: Theme.inverse
    opacity: open ? 1 : 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.normal
        }
    }

    Timer {
        id: timer

        interval: root.duration
        running: root.open && !hover.hovered
        onTriggered: root.hide()
    }

    HoverHandler {
        id: hover
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space3

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: Theme.textOnInverse
            size: 18
            visible: name.length > 0
        }
        Label {
            id: label

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 420)
            text: root.text
            color: Theme.textOnInverse
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        LinkText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.actionText
            visible: text.length > 0
            font.weight: Font.DemiBold
            ink: Theme.accentOnInverse
            onClicked: {
                root.hide();
                root.actionTriggered();
            }
        }
    }
}
