import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    How messages are written, and what happens when the window is closed.
*/
Column {
    id: root

    required property AppViewModel app
    readonly property SettingsViewModel settings: root.app.settings

    spacing: Theme.space5

    SettingsSection {
        width: parent.width
        title: qsTr("Key that sends a message")

        AppRadioButton {
            width: parent.width
            text: qsTr("Enter")
            description: qsTr("Shift+Enter begins a new line.")
            checked: root.settings.enterSends
            onToggled: root.settings.enterSends = true
        }
        AppRadioButton {
            width: parent.width
            text: qsTr("Ctrl+Enter")
            description: qsTr("Enter begins a new line.")
            checked: !root.settings.enterSends
            onToggled: root.settings.enterSends = false
        }
    }
    SettingsSection {
        width: parent.width
        title: qsTr("Window")

        AppSwitch {
            width: parent.width
            text: qsTr("Keep running when the window is closed")
            description: qsTr("Confab stays in the tray and tells you about new messages.")
            checked: root.settings.closeToTray
            onToggled: root.settings.closeToTray = checked
        }
    }
}
