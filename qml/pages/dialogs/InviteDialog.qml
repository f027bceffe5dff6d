import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    How others get into this chat.
*/
AppDialog {
    id: root

    required property AppViewModel app
    required property ChatViewModel chat

    title: qsTr("Invite people to %1").arg(root.chat.serverName)
    text: qsTr("Anyone on your network can join with Confab: they find the chat under “Join a chat”, or use this link or address.")
    primaryText: ""
    secondaryText: qsTr("Done")

    Column {
        width: parent.width
        spacing: Theme.space4

        QrCode {
            anchors.horizontalCenter: parent.horizontalCenter
            source: "image://qr/" + encodeURIComponent(root.chat.inviteLink)
        }
        CopyField {
            width: parent.width
            label: qsTr("Link")
            text: root.chat.inviteLink
            buttonText: qsTr("Copy")
            onCopyRequested: root.chat.copyInvite()
        }
        CopyField {
            width: parent.width
            label: qsTr("Address")
            text: root.chat.address
            buttonText: qsTr("Copy")
            onCopyRequested: root.app.copyText(root.chat.address)
        }
    }
}
