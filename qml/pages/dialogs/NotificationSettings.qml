import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    What one is told of while not looking.
*/
Column {
    id: root

    required property AppViewModel app
    readonly property SettingsViewModel settings: root.app.settings

    spacing: Theme.space5

    AppSwitch {
        width: parent.width
        text: qsTr("Do not disturb")
        description: qsTr("No notifications and no sounds until you switch it off.")
        checked: root.settings.doNotDisturb
        onToggled: root.settings.doNotDisturb = checked
    }
    SettingsSection {
        width: parent.width
        title: qsTr("Notify me about")
        description: qsTr("Each room can have its own choice, under “About this room”.")

        ChoiceList {
            width: parent.width
            currentValue: root.settings.notifications
            options: [
                {value: SettingsViewModel.Notifications.All, text: qsTr("All messages")},
                {value: SettingsViewModel.Notifications.Mentions, text: qsTr("Mentions and direct messages")},
                {value: SettingsViewModel.Notifications.Nothing, text: qsTr("Nothing")}
            ]
            onSelected: value => root.settings.notifications = value
        }
    }
    AppSwitch {
        width: parent.width
        text: qsTr("Show what was written")
        description: qsTr("Otherwise a notification only says who wrote and where.")
        checked: root.settings.showMessageText
        onToggled: root.settings.showMessageText = checked
    }
    AppSwitch {
        width: parent.width
        text: qsTr("Play a sound")
        checked: root.settings.sounds
        onToggled: root.settings.sounds = checked
    }
}
