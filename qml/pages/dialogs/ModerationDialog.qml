import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Keeps somebody from writing, or takes them out of the room, with a reason and for a time.
*/
AppDialog {
    id: root

    enum Action {
        Mute,
        Kick,
        Ban
    }

    required property RoomViewModel room
    required property int action
    required property string userId
    required property string name

    readonly property bool isKick: root.action === ModerationDialog.Action.Kick
    readonly property bool isMute: root.action === ModerationDialog.Action.Mute

    function carryOut(): void {
        const until = internal.minutes > 0 ? Date.now() + internal.minutes * 60000 : 0;
        if (root.isMute)
            root.room.mute(root.userId, reason.text, until);
        else if (root.isKick)
            root.room.kick(root.userId, reason.text);
        else
            root.room.ban(root.userId, reason.text, until);
    }

    title: root.isMute ? qsTr("Mute %1?").arg(root.name)
        : root.isKick ? qsTr("Remove %1 from this room?").arg(root.name) : qsTr("Ban %1?").arg(root.name)
    text: root.isMute ? qsTr("They can still read, but not write here.")
        : root.isKick ? qsTr("They can come back if the room is public or somebody invites them.")
        : qsTr("They are taken out of the room and cannot come back.")
    primaryText: root.isMute ? qsTr("Mute") : root.isKick ? qsTr("Remove") : qsTr("Ban")
    secondaryText: qsTr("Cancel")
    danger: true

    onAccepted: root.carryOut()
    onOpened: reason.forceActiveFocus()

    QtObject {
        id: internal
        property int minutes: root.isMute ? 60 : 0
    }

    Column {
        width: parent.width
        spacing: Theme.space4

        AppTextField {
            id: reason
            width: parent.width
            label: qsTr("Reason (they see it)")
            onAccepted: root.accept()
        }
        SegmentedControl {
            label: qsTr("How long")
            visible: !root.isKick
            currentValue: internal.minutes
            options: [
                {text: qsTr("1 hour"), value: 60},
                {text: qsTr("1 day"), value: 1440},
                {text: qsTr("1 week"), value: 10080},
                {text: qsTr("For good"), value: 0}
            ]
            onSelected: value => internal.minutes = value
        }
    }
}
