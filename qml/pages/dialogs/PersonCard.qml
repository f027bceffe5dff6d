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
    required property string name
    required property string initial
    required property color colour
    /*! A Presence.State; -1: not known. */
    property int presence: -1
    property string presenceText: ""
    property string status: ""
    /*! In the room that is open, a Role.Level; -1: not known. */
    property int role: -1
    property bool isMuted: false

    readonly property RoomViewModel room: root.chat.room
    readonly property bool isMe: root.userId === root.chat.me.userId
    readonly property bool canModerate: !root.isMe && root.room !== null && !root.room.isDirect
        && root.room.canModerate && root.role < root.room.myRole

    title: ""
    primaryText: ""
    secondaryText: qsTr("Close")
    maximumWidth: 360
    topPadding: Theme.space6

    Column {
        width: parent.width
        spacing: Theme.space4

        Column {
            width: parent.width
            spacing: Theme.space2

            Avatar {
                anchors.horizontalCenter: parent.horizontalCenter
                size: Theme.avatarLarge
                initial: root.initial
                colour: root.colour
                presence: root.presence
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
                text: root.status
            }
            Label {
                width: parent.width
                visible: text.length > 0
                horizontalAlignment: Text.AlignHCenter
                kind: Label.Kind.Small
                muted: true
                text: root.isMe ? qsTr("This is you") : root.presenceText
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
