import QtQuick
import Confab.Components.Controls

/*! What can be pressed at the end of the box that one writes in. */
Row {
    id: root

    property bool canSend: false
    property bool canSchedule: false
    property bool isEditing: false
    property bool enterSends: true

    signal emojiRequested(Item item)
    signal scheduleRequested(Item item)
    signal sendRequested

    spacing: 2

    IconButton {
        id: emoji

        iconName: "emoji"
        text: qsTr("Insert an emoji")
        onClicked: root.emojiRequested(emoji)
    }
    IconButton {
        id: later

        iconName: "clock"
        text: qsTr("Send later")
        visible: root.canSchedule && root.canSend && !root.isEditing
        onClicked: root.scheduleRequested(later)
    }
    IconButton {
        kind: enabled ? IconButton.Kind.Filled : IconButton.Kind.Plain
        iconName: root.isEditing ? "check" : "send"
        iconDirectional: !root.isEditing
        text: root.isEditing ? qsTr("Save changes") : qsTr("Send")
        shortcut: root.enterSends ? qsTr("Enter") : qsTr("Ctrl+Enter")
        enabled: root.canSend
        onClicked: root.sendRequested()
    }
}
