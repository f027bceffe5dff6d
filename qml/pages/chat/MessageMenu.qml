import QtQuick

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Pages.Dialogs
import Confab.ViewModels

/*!
    Everything that can be done with a message.
*/
AppMenu {
    id: root

    required property Dialogs dialogs
    required property RoomViewModel room

    /*! The message it is about; null: none. */
    property MessageRow row: null

    signal replyRequested(string key)
    signal editRequested(string key)
    signal copyRequested(string key)
    signal reactionRequested(MessageRow row)

    /*! Beside \a item; null: at the message. */
    function openAt(row: MessageRow, item: Item): void {
        if (row === null || row.isSystem || row.isDeleted)
            return;
        root.row = row;
        if (item !== null)
            root.popup(item, 0, item.height + 4);
        else
            root.popup(row, row.textLeft, row.contentTop + 24);
    }

    function openAtPoint(row: MessageRow, x: real, y: real): void {
        if (row.isSystem || row.isDeleted)
            return;
        root.row = row;
        root.popup(row, x, y);
    }

    function askDelete(row: MessageRow): void {
        if (row !== null && row.canDelete)
            root.dialogs.openDeleteMessage(row.key, row.plainText);
    }

    title: qsTr("Message")

    AppMenuItem {
        enabled: root.room.canPost
        iconName: "emoji"
        text: qsTr("React…")
        shortcutText: "+"
        onTriggered: root.reactionRequested(root.row)
    }
    AppMenuItem {
        enabled: root.room.canPost
        iconName: "reply"
        text: qsTr("Reply")
        shortcutText: "R"
        onTriggered: root.replyRequested(root.row.key)
    }
    AppMenuItem {
        enabled: root.row !== null && root.row.canEdit
        iconName: "edit"
        text: qsTr("Edit")
        shortcutText: "E"
        onTriggered: root.editRequested(root.row.key)
    }
    AppMenuItem {
        iconName: "copy"
        text: qsTr("Copy text")
        shortcutText: "C"
        onTriggered: root.copyRequested(root.row.key)
    }
    AppMenuItem {
        enabled: root.room.canPin
        iconName: root.row !== null && root.row.isPinned ? "pin-off" : "pin"
        text: root.row !== null && root.row.isPinned ? qsTr("Unpin") : qsTr("Pin")
        shortcutText: "P"
        onTriggered: root.room.timeline.pin(root.row.key, !root.row.isPinned)
    }
    AppMenuSeparator {}
    AppMenuItem {
        iconName: "clock"
        text: qsTr("Remind me in an hour")
        onTriggered: root.room.timeline.remind(root.row.key, 60)
    }
    AppMenuItem {
        iconName: "clock"
        text: qsTr("Remind me tomorrow")
        onTriggered: root.room.timeline.remind(root.row.key, 24 * 60)
    }
    AppMenuSeparator {}
    AppMenuItem {
        enabled: root.row !== null && root.row.canDelete
        danger: true
        iconName: "trash"
        text: qsTr("Delete…")
        shortcutText: qsTr("Del")
        onTriggered: root.askDelete(root.row)
    }
}
