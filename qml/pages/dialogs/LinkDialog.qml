import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Shows where a link really goes before it is followed.
*/
AppDialog {
    id: root

    required property AppViewModel app
    required property string url

    title: qsTr("Open this link?")
    text: qsTr("It leads out of the chat. Only open it if you trust who wrote it.")
    primaryText: qsTr("Open")
    secondaryText: qsTr("Cancel")
    maximumWidth: 520

    onAccepted: root.app.openLink(root.url)

    CopyField {
        width: parent.width
        label: qsTr("It goes to")
        text: root.url
        buttonText: qsTr("Copy")
        onCopyRequested: root.app.copyText(root.url)
    }

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
