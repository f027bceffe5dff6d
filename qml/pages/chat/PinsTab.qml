import QtQuick

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    What the room has pinned.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property RoomViewModel room

    Component.onCompleted: root.room.loadPins()

    RowList {
        id: list
        anchors.fill: parent
        anchors.leftMargin: Theme.space2
        focus: true
        spacing: Theme.space1
        name: qsTr("Pinned messages")
        model: root.room.pins
        canRemove: root.room.canPin
        onActivated: row => root.room.jumpTo(row.model.messageId)
        onRemoveRequested: row => root.room.timeline.pin(row.model.messageId, false)

        delegate: PinRow {
            id: row

            required property var model

            width: ListView.view.width - Theme.space2
            current: ListView.isCurrentItem && ListView.view.activeFocus
            authorName: row.model.authorName
            authorColor: row.model.authorColor
            text: row.model.text
            time: row.model.time
            canUnpin: (ListView.view as RowList).canRemove
            onClicked: (ListView.view as RowList).activated(row)
            onUnpinRequested: (ListView.view as RowList).removeRequested(row)
        }

        EmptyState {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space12
            width: parent.width - 2 * Theme.space4
            visible: list.count === 0
            iconName: "pin"
            title: qsTr("Nothing is pinned")
            text: root.room.canPin
                ? qsTr("Pin what everybody should find again: press P on a message, or use its menu.")
                : qsTr("Moderators can pin what everybody should find again.")
        }
    }
}
