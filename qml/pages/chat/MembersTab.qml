import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    Who is in the room.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property RoomViewModel room

    Component.onCompleted: root.room.loadMembers()

    AppButton {
        id: add
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        height: visible ? implicitHeight : 0
        visible: root.room.canInvite
        iconName: "person-add"
        text: qsTr("Add people")
        onClicked: root.dialogs.openInviteToRoom()
    }
    RowList {
        id: list
        anchors.top: add.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space2
        focus: true
        name: qsTr("Members")
        model: root.room.memberList
        onActivated: row => root.dialogs.openPerson(row.model.userId)

        delegate: MemberRow {
            id: row

            required property var model

            width: ListView.view.width - Theme.space2
            current: ListView.isCurrentItem && ListView.view.activeFocus
            name: row.model.name
            initial: row.model.initial
            colour: row.model.color
            presence: row.model.state
            status: row.model.status
            roleText: row.model.roleText
            isMe: row.model.isMe
            onClicked: (ListView.view as RowList).activated(row)
        }
    }
}
