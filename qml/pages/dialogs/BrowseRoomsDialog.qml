import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    The rooms one could be in.
*/
AppDialog {
    id: root

    required property ChatViewModel chat
    required property Dialogs dialogs
    readonly property PublicRoomsModel rooms: root.chat.directory

    title: qsTr("Find rooms")
    primaryText: ""
    secondaryText: qsTr("Close")
    maximumWidth: 560

    Component.onCompleted: {
        root.rooms.query = "";
        root.rooms.load();
    }
    onOpened: search.forceActiveFocus()

    Column {
        width: parent.width
        spacing: Theme.space3

        SearchField {
            id: search
            width: parent.width
            placeholderText: qsTr("Search by name")
            busy: root.rooms.isBusy
            onEdited: text => root.rooms.query = text
            onDownPressed: list.focusRow(0)
        }
        Banner {
            width: parent.width
            visible: root.rooms.problem.length > 0
            kind: Banner.Kind.Danger
            text: root.rooms.problem
            actionText: qsTr("Try again")
            onActionTriggered: root.rooms.load()
        }
        RowList {
            id: list
            width: parent.width
            height: Math.min(400, Math.max(240, list.contentHeight))
            name: qsTr("Rooms")
            model: root.rooms
            onLeftAbove: search.forceActiveFocus(Qt.BacktabFocusReason)
            onActivated: row => {
                if (row.isMember)
                    root.chat.openRoom(row.model.roomId);
                else
                    root.chat.joinRoom(row.model.roomId);
                root.close();
            }
            onAtYEndChanged: {
                if (list.atYEnd && root.rooms.hasMore && !root.rooms.isBusy)
                    root.rooms.loadMore();
            }

            delegate: PublicRoomRow {
                id: row

                required property var model

                width: ListView.view.width
                current: ListView.isCurrentItem && ListView.view.activeFocus
                name: row.model.name
                topic: row.model.topic
                members: row.model.members
                isMember: row.model.isMember
                onClicked: (ListView.view as RowList).activated(row)
            }

            EmptyState {
                anchors.centerIn: parent
                width: parent.width
                visible: list.count === 0 && !root.rooms.isBusy && root.rooms.problem.length === 0
                iconName: "hash"
                title: root.rooms.query.length > 0 ? qsTr("No room of that name") : qsTr("There are no public rooms yet")
                text: root.chat.canCreateRoom ? qsTr("Make one: others will find it here.") : ""
                actionText: root.chat.canCreateRoom ? qsTr("New room") : ""
                onActionTriggered: root.dialogs.openCreateRoom()
            }
        }
    }
}
