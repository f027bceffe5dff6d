import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Asks before somebody leaves a room.
*/
AppDialog {
    id: root

    required property RoomViewModel room

    title: qsTr("Leave “%1”?").arg(root.room.name)
    text: root.room.kind === RoomViewModel.Kind.Private
        ? qsTr("This room is private: somebody has to invite you before you can come back.")
        : qsTr("You can join again at any time.")
    primaryText: qsTr("Leave")
    secondaryText: qsTr("Stay")
    danger: true

    onAccepted: root.room.leave()

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
