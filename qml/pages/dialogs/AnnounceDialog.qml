import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Writes to everybody in the chat at once.
*/
AppDialog {
    id: root

    required property ChatViewModel chat

    title: qsTr("Announcement to everyone")
    text: qsTr("It appears for everybody in this chat, whatever room they are in.")
    primaryText: qsTr("Announce")
    secondaryText: qsTr("Cancel")
    primaryEnabled: message.text.trim().length > 0

    onAccepted: root.chat.announce(message.text)
    onOpened: message.forceActiveFocus()

    AppTextArea {
        id: message
        width: parent.width
        label: qsTr("Announcement")
        placeholderText: qsTr("What everybody should know")
        maximumHeight: 200
    }
}
