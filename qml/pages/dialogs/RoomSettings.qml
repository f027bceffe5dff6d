import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    What may be changed of a room.
*/
AppDialog {
    id: root

    required property RoomViewModel room

    function acceptIfReady(): void {
        if (root.primaryEnabled)
            root.accept();
    }

    title: qsTr("Room settings")
    primaryText: qsTr("Save")
    secondaryText: qsTr("Cancel")
    primaryEnabled: name.text.trim().length > 0

    onAccepted: root.room.update(name.text, topic.text, slow.currentValue, announcements.checked)
    onOpened: name.forceActiveFocus()

    Column {
        width: parent.width
        spacing: Theme.space4

        AppTextField {
            id: name
            width: parent.width
            label: qsTr("Name")
            text: root.room.name
            onAccepted: root.acceptIfReady()
        }
        AppTextField {
            id: topic
            width: parent.width
            label: qsTr("Topic")
            text: root.room.topic
            onAccepted: root.acceptIfReady()
        }
        Label {
            width: parent.width
            kind: Label.Kind.Small
            strong: true
            secondary: true
            text: qsTr("Slow mode: time between two messages of one person")
        }
        AppComboBox {
            id: slow
            width: parent.width
            label: qsTr("Slow mode")
            textRole: "text"
            valueRole: "value"
            model: [
                {text: qsTr("Off"), value: 0},
                {text: qsTr("5 seconds"), value: 5000},
                {text: qsTr("15 seconds"), value: 15000},
                {text: qsTr("30 seconds"), value: 30000},
                {text: qsTr("1 minute"), value: 60000},
                {text: qsTr("5 minutes"), value: 300000},
                {text: qsTr("1 hour"), value: 3600000}
            ]
            Component.onCompleted: slow.currentIndex = Math.max(0, slow.model.findIndex(entry => entry.value >= root.room.slowModeMs))
        }
        AppSwitch {
            id: announcements
            width: parent.width
            text: qsTr("Announcements only")
            description: qsTr("Only moderators write; everybody reads.")
            checked: root.room.isAnnouncementOnly
        }
    }
}
