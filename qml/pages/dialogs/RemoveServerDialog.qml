import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Asks before this computer forgets a chat.
*/
AppDialog {
    id: root

    required property AppViewModel app
    required property string serverId
    required property string name

    title: qsTr("Remove “%1”?").arg(root.name)
    text: qsTr("Messages kept on this computer are deleted, and so are drafts and messages that were not sent. The chat itself stays as it is, and you can join again.")
    primaryText: qsTr("Remove")
    secondaryText: qsTr("Cancel")
    danger: true

    onAccepted: root.app.removeServer(root.serverId)

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
