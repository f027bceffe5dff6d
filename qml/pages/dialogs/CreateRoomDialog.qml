import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Makes a room.
*/
AppDialog {
    id: root

    required property ChatViewModel chat

    function acceptIfReady(): void {
        if (root.primaryEnabled)
            root.accept();
    }

    title: qsTr("New room")
    primaryText: qsTr("Create room")
    secondaryText: qsTr("Cancel")
    primaryEnabled: name.text.trim().length > 0

    onAccepted: root.chat.createRoom(name.text, visibility.currentValue === "private", topic.text)
    onOpened: name.forceActiveFocus()

    Column {
        width: parent.width
        spacing: Theme.space4

        AppTextField {
            id: name
            width: parent.width
            label: qsTr("Name")
            placeholderText: qsTr("Lunch, Project Anna, …")
            onAccepted: root.acceptIfReady()
        }
        AppTextField {
            id: topic
            width: parent.width
            label: qsTr("Topic (optional)")
            placeholderText: qsTr("What it is about")
            onAccepted: root.acceptIfReady()
        }
        SegmentedControl {
            id: visibility
            label: qsTr("Who can see it")
            currentValue: "public"
            options: [
                {text: qsTr("Public"), iconName: "hash", value: "public"},
                {text: qsTr("Private"), iconName: "lock", value: "private"}
            ]
            onSelected: value => visibility.currentValue = value
        }
        Label {
            width: parent.width
            kind: Label.Kind.Small
            muted: true
            wrapMode: Text.Wrap
            text: visibility.currentValue === "public"
                ? qsTr("Everyone in this chat can find the room and join it.")
                : qsTr("Only those who are invited see the room and what is written there.")
        }
    }
}
