import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Parts
import Confab.ViewModels

/*!
    Brings people of this chat into the room that is open.
*/
AppDialog {
    id: root

    required property ChatViewModel chat
    required property RoomViewModel room

    title: qsTr("Add people to “%1”").arg(root.room.name)
    primaryText: ""
    secondaryText: qsTr("Done")

    onOpened: list.forceActiveFocus()

    RowList {
        id: list
        width: parent.width
        height: Math.min(420, Math.max(160, list.contentHeight))
        name: qsTr("People")
        model: root.chat.people
        onActivated: row => {
            if (row.isInvited || row.isMe)
                return;
            row.isInvited = true;
            root.room.invite(row.model.userId);
        }

        delegate: PersonRow {
            id: row

            required property var model
            property bool isInvited: false

            width: ListView.view.width
            current: ListView.isCurrentItem && ListView.view.activeFocus
            name: row.model.name
            initial: row.model.initial
            colour: row.model.color
            presence: row.model.state
            status: row.model.status
            isMe: row.model.isMe
            mark: row.isInvited ? qsTr("Added") : row.isMe ? "" : qsTr("Add")
            onClicked: (ListView.view as RowList).activated(row)
        }
    }
}
