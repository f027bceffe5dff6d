import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Asks before a chat ends that others are in.
*/
AppDialog {
    id: root

    required property AppViewModel app
    /*! How many others are connected. */
    required property int people

    title: qsTr("End the chat for everyone?")
    text: root.people > 0
        ? qsTr("%n people are connected. The chat ends for them when you close Confab. What was written is kept: host again and they can come back.", "", root.people)
        : qsTr("Nobody else is connected now, and nobody can join while Confab is closed. What was written is kept.")
    primaryText: qsTr("Stop and close")
    secondaryText: qsTr("Keep hosting")
    danger: true

    onAccepted: root.app.closeAnyway()

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
