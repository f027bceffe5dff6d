import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    A message that is to be sent later, or a reminder.
*/
Item {
    id: root

    required property string itemId
    required property bool isReminder
    required property string roomName
    required property string text
    required property string timeText

    signal removeRequested

    implicitHeight: lines.implicitHeight + 2 * Theme.space2
    Accessible.role: Accessible.ListItem
    Accessible.name: root.timeText + ", " + root.roomName + ": " + root.text

    Icon {
        id: icon
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        name: root.isReminder ? "bell" : "clock"
        color: Theme.textMuted
    }
    Column {
        id: lines
        anchors.left: icon.right
        anchors.right: cancel.left
        anchors.margins: Theme.space3
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.text
            maximumLineCount: 1
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            kind: Label.Kind.Small
            muted: true
            text: qsTr("%1 · %2").arg(root.timeText).arg(root.roomName)
            Accessible.ignored: true
        }
    }
    IconButton {
        id: cancel
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        iconName: "trash"
        text: root.isReminder ? qsTr("Delete this reminder") : qsTr("Do not send this message")
        onClicked: root.removeRequested()
    }
}
