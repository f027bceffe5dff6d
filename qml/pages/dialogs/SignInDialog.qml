import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Tries to get into a chat again that has refused one.
*/
AppDialog {
    id: root

    required property ChatViewModel chat

    function acceptIfReady(): void {
        if (root.primaryEnabled)
            root.accept();
    }

    title: qsTr("Sign in again")
    text: root.chat.connection.text
    primaryText: qsTr("Sign in")
    primaryEnabled: name.text.trim().length > 0

    onAccepted: root.chat.signIn(name.text, password.text, serverPassword.text)
    onOpened: password.forceActiveFocus()

    Column {
        width: parent.width
        spacing: Theme.space4

        AppTextField {
            id: name
            width: parent.width
            label: qsTr("Your name")
            text: root.chat.me.name
            onAccepted: root.acceptIfReady()
        }
        AppTextField {
            id: password
            width: parent.width
            label: qsTr("Password of this name, if it has one")
            secret: true
            onAccepted: root.acceptIfReady()
        }
        AppTextField {
            id: serverPassword
            width: parent.width
            label: qsTr("Password of the chat, if it asks for one")
            secret: true
            onAccepted: root.acceptIfReady()
        }
    }
}
