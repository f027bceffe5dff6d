import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    One's own messages that are to be sent later, and reminders.
*/
AppDialog {
    id: root

    required property ChatViewModel chat

    title: qsTr("Scheduled messages and reminders")
    primaryText: ""
    secondaryText: qsTr("Close")
    maximumWidth: 520

    Component.onCompleted: root.chat.loadScheduled()

    RowList {
        id: list
        width: parent.width
        height: Math.min(420, Math.max(200, list.contentHeight))
        spacing: Theme.space1
        name: root.title
        model: root.chat.scheduled
        onRemoveRequested: row => root.chat.cancelScheduled(row.itemId)

        delegate: ScheduledRow {
            id: row

            width: ListView.view.width
            onRemoveRequested: (ListView.view as RowList).removeRequested(row)
        }

        EmptyState {
            anchors.centerIn: parent
            width: parent.width
            visible: list.count === 0
            iconName: "clock"
            title: qsTr("Nothing is waiting")
            text: qsTr("Use “Send later” next to the send button, or “Remind me” in the menu of a message.")
        }
    }
}
