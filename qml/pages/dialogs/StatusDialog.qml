import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    What others see of oneself.
*/
AppDialog {
    id: root

    required property ChatViewModel chat

    title: qsTr("Your status")
    primaryText: qsTr("Save")
    secondaryText: qsTr("Cancel")

    onAccepted: root.chat.setPresence(internal.state, status.text)
    onOpened: status.forceActiveFocus()

    QtObject {
        id: internal
        property int state: root.chat.me.state
    }

    Column {
        width: parent.width
        spacing: Theme.space2

        AppTextField {
            id: status
            width: parent.width
            label: qsTr("What are you up to?")
            placeholderText: qsTr("In a meeting, at lunch, …")
            text: root.chat.me.status
            clearable: true
            onAccepted: root.accept()
        }
        Item {
            width: 1
            height: Theme.space1
        }
        ChoiceList {
            width: parent.width
            currentValue: internal.state
            options: [
                {value: Presence.Online, text: qsTr("Online"), description: qsTr("Others see that you are here")},
                {value: Presence.Away, text: qsTr("Away"), description: qsTr("You may not answer at once")},
                {value: Presence.DoNotDisturb, text: qsTr("Do not disturb"), description: qsTr("You are here but busy")},
                {value: Presence.Invisible, text: qsTr("Invisible"), description: qsTr("Others see you as offline")}
            ]
            onSelected: value => internal.state = value
        }
    }
}
