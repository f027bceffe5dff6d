import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.ViewModels

/*!
    Stands where a room would be while none is open.
*/
Item {
    id: root

    required property Dialogs dialogs
    required property ChatViewModel chat

    EmptyState {
        anchors.centerIn: parent
        iconName: "chat"
        title: qsTr("No room is open")
        text: qsTr("Choose one from the list, or find others to join.")
        actionText: qsTr("Find rooms")
        secondActionText: root.chat.canCreateRoom ? qsTr("New room") : ""
        onActionTriggered: root.dialogs.openBrowseRooms()
        onSecondActionTriggered: root.dialogs.openCreateRoom()
    }
}
