import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Asks before hosting stops while the program goes on.
*/
AppDialog {
    id: root

    required property HostViewModel host

    title: qsTr("Stop hosting?")
    text: root.host.peopleConnected > 0
        ? qsTr("%n people are connected and will lose the connection. What was written is kept for the next time.", "", root.host.peopleConnected)
        : qsTr("Nobody can join until you host again. What was written is kept for the next time.")
    primaryText: qsTr("Stop hosting")
    secondaryText: qsTr("Keep hosting")
    danger: true

    onAccepted: root.host.stop()

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
