import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Somebody, and what one can do about them. What is not known of them is left out.
*/
AppDialog {
    id: root

    required property ChatViewModel chat
    required property Dialogs dialogs
    required property string userId

    readonly property PersonViewModel person: root.chat.person(root.userId)
    readonly property string name: root.person.name
    readonly property RoomViewModel room: root.chat.room
    /*! In the room that is open, a Role.Level; -1: they are no member of it, or it is not known yet. */
    readonly property int role: internal.role
    readonly property bool isMuted: internal.isMuted
    readonly property bool isMe: root.userId === root.chat.me.userId
    readonly property bool canModerate: !root.isMe && root.room !== null && !root.room.isDirect
        && root.room.canModerate && root.role >= 0 && root.role < root.room.myRole

    title: ""
    primaryText: ""
    secondaryText: qsTr("Close")
    maximumWidth: 360
    topPadding: Theme.space6

    Component.onCompleted: {
        if (root.room !== null)
            root.room.loadMembers();
        internal.refresh();
    }

    QtObject {
        id: internal

        readonly property MembersModel members: root.room === null ? null : root.room.memberList
        property int role: -1
        property string roleText
        property bool isMuted: false

        function refresh(): void {
            internal.role = root.room === null ? -1 : root.room.memberList.roleOf(root.userId);
            internal.roleText = internal.role < 0 ? "" : root.room.memberList.roleTextOf(root.userId);
            internal.isMuted = root.room !== null && root.room.memberList.isMuted(root.userId);
        }

        function about(): string {
            const state = root.isMe ? qsTr("This is you") : root.person.stateText;
            const role = internal.role < 0 ? root.person.roleText : internal.roleText;
            return role.length > 0 ? state + " · " + role : state;
        }
    }
    Connections {
        target: internal.members

        function onCountChanged(): void {
            internal.refresh();
        }
        function onDataChanged(): void {
            internal.refresh();
        }
    }

    Column {
        width: parent.width
        spacing: Theme.space4

        Column {
            width: parent.width
            spacing: Theme.space2

            Avatar {
                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.avatarLarge
                initial: root.person.initial
                colour: root.person.color
                presence: root.person.state
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                kind: Label.Kind.Title
                strong: true
                text: root.name
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                visible: text.length > 0
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                secondary: true
                text: root.person.status
            }
            Label {
                width: parent.width
                visible: text.length > 0
                horizontalAlignment: Text.AlignHCenter
                kind: Label.Kind.Small
                muted: true
                text: internal.about()
            }
        }

        AppButton {
            width: parent.width
            visible: !root.isMe
            kind: AppButton.Kind.Primary
            iconName: "chat"
            text: qsTr("Write to %1").arg(root.name)
            focus: true
            onClicked: {
                root.chat.openDirect(root.userId);
                root.close();
            }
        }
        AppButton {
            width: parent.width
            visible: !root.isMe && root.room !== null && root.room.canPost
            kind: AppButton.Kind.Secondary
            iconName: "at"
            text: qsTr("Mention here")
            onClicked: {
                root.room.composer.insert("@" + root.name + " ");
                root.close();
            }
        }
        AppButton {
            width: parent.width
            visible: root.isMe
            kind: AppButton.Kind.Secondary
            iconName: "edit"
            text: qsTr("Change your status")
            onClicked: root.dialogs.openStatus()
        }

        Column {
            width: parent.width
            visible: root.canModerate
            spacing: Theme.space1

            Divider {
                width: parent.width
            }
            AppButton {
                width: parent.width
                visible: root.room !== null && root.room.canSetRoles
                kind: AppButton.Kind.Ghost
                iconName: "shield"
                text: root.role >= Role.Moderator ? qsTr("Make an ordinary member") : qsTr("Make a moderator")
                onClicked: {
                    root.room.setRole(root.userId, root.role >= Role.Moderator ? Role.Member : Role.Moderator);
                    root.close();
                }
            }
            AppButton {
                width: parent.width
                kind: AppButton.Kind.Ghost
                iconName: "mic-off"
                text: root.isMuted ? qsTr("Let them write again") : qsTr("Mute…")
                onClicked: {
                    if (root.isMuted) {
                        root.room.unmute(root.userId);
                        root.close();
                    } else {
                        root.dialogs.openModeration(ModerationDialog.Action.Mute, root.userId, root.name);
                    }
                }
            }
            AppButton {
                width: parent.width
                kind: AppButton.Kind.Ghost
                iconName: "logout"
                text: qsTr("Remove from this room…")
                onClicked: root.dialogs.openModeration(ModerationDialog.Action.Kick, root.userId, root.name)
            }
            AppButton {
                width: parent.width
                kind: AppButton.Kind.Ghost
                iconName: "ban"
                text: qsTr("Ban…")
                onClicked: root.dialogs.openModeration(ModerationDialog.Action.Ban, root.userId, root.name)
            }
        }
    }
}
