import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    What the room is, how much one is told of it, and the way out.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property RoomViewModel room

    Flickable {
        id: flickable
        anchors.fill: parent
        contentHeight: column.height + Theme.space6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScrollBar {}

        Column {
            id: column
            x: Theme.space4
            y: Theme.space2
            width: flickable.width - 2 * Theme.space4
            spacing: Theme.space5

            Column {
                width: parent.width
                spacing: Theme.space2

                Avatar {
                    anchors.horizontalCenter: parent.horizontalCenter
                    size: Theme.avatarLarge
                    square: !root.room.isDirect
                    iconName: root.room.isDirect ? "" : root.room.kind === RoomViewModel.Kind.Private ? "lock" : "hash"
                    initial: root.room.initial
                    colour: root.room.color
                    presence: root.room.isDirect ? root.room.presence : -1
                    ground: Theme.sidebar
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    kind: Label.Kind.Title
                    text: root.room.name
                    Accessible.role: Accessible.Heading
                }
                Label {
                    width: parent.width
                    visible: text.length > 0
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    secondary: true
                    text: root.room.topic
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    kind: Label.Kind.Small
                    muted: true
                    text: root.room.isDirect ? root.room.presenceText
                        : root.room.kind === RoomViewModel.Kind.Private ? qsTr("Private · %n members", "", root.room.memberCount)
                        : qsTr("Public · %n members", "", root.room.memberCount)
                }
            }

            AppSwitch {
                width: parent.width
                text: qsTr("Favourite")
                description: qsTr("Keeps it at the top of the list.")
                checked: root.room.isFavourite
                onToggled: root.room.isFavourite = checked
            }

            Column {
                width: parent.width
                spacing: Theme.space1

                Label {
                    width: parent.width
                    kind: Label.Kind.Small
                    strong: true
                    secondary: true
                    bottomPadding: Theme.space1
                    text: qsTr("Notify me about")
                }
                ChoiceList {
                    width: parent.width
                    currentValue: root.room.notifyLevel
                    options: [
                        {value: RoomViewModel.NotifyLevel.Default, text: qsTr("As in the settings")},
                        {value: RoomViewModel.NotifyLevel.All, text: qsTr("All messages")},
                        {value: RoomViewModel.NotifyLevel.Mentions, text: qsTr("Mentions")},
                        {value: RoomViewModel.NotifyLevel.Nothing, text: qsTr("Nothing: mute this room")}
                    ]
                    onSelected: value => root.room.notifyLevel = value
                }
            }

            Column {
                width: parent.width
                spacing: Theme.space2

                AppButton {
                    width: parent.width
                    visible: root.room.canUpdate && !root.room.isDirect
                    iconName: "settings"
                    text: qsTr("Room settings")
                    onClicked: root.dialogs.openRoomSettings()
                }
                AppButton {
                    width: parent.width
                    visible: root.room.canInvite
                    iconName: "person-add"
                    text: qsTr("Add people")
                    onClicked: root.dialogs.openInviteToRoom()
                }
                AppButton {
                    width: parent.width
                    visible: root.room.canLeave
                    iconName: "door"
                    text: qsTr("Leave this room")
                    onClicked: root.dialogs.openLeaveRoom()
                }
            }
        }
    }
}
