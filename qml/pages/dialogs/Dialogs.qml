import QtQuick
import QtQuick.Templates as T

import Confab.ViewModels

/*!
    The dialogs of the window, one at a time. Each is loaded when it is asked for and goes when it is closed, and the
    focus goes back to where it was.
*/
Item {
    id: root

    required property AppViewModel app
    /*! What ShortcutsDialog lists. */
    required property var commands

    readonly property bool isOpen: popup !== null
    readonly property T.Popup popup: loader.item as T.Popup

    function openSettings(): void {
        loader.show("SettingsPage.qml", {app: root.app});
    }
    function openShortcuts(): void {
        loader.show("ShortcutsDialog.qml", {commands: root.commands});
    }
    function openCloseHost(people: int): void {
        loader.show("CloseHostDialog.qml", {app: root.app, people: people});
    }
    function openStopHost(): void {
        loader.show("StopHostDialog.qml", {host: root.app.host});
    }
    function openLink(url: string): void {
        if (root.app.canOpenLink(url))
            loader.show("LinkDialog.qml", {app: root.app, url: url});
    }
    function openRemoveServer(serverId: string, name: string): void {
        loader.show("RemoveServerDialog.qml", {app: root.app, serverId: serverId, name: name});
    }

    // These are about the chat that is open.

    function openSwitcher(): void {
        loader.show("QuickSwitcher.qml", {chat: root.app.chat});
    }
    function openCreateRoom(): void {
        loader.show("CreateRoomDialog.qml", {chat: root.app.chat});
    }
    function openBrowseRooms(): void {
        loader.show("BrowseRoomsDialog.qml", {chat: root.app.chat, dialogs: root});
    }
    function openInvite(): void {
        loader.show("InviteDialog.qml", {app: root.app, chat: root.app.chat});
    }
    function openSignIn(): void {
        loader.show("SignInDialog.qml", {chat: root.app.chat});
    }
    function openStatus(): void {
        loader.show("StatusDialog.qml", {chat: root.app.chat});
    }
    function openScheduled(): void {
        loader.show("ScheduledDialog.qml", {chat: root.app.chat});
    }
    function openAnnounce(): void {
        loader.show("AnnounceDialog.qml", {chat: root.app.chat});
    }
    function openPerson(userId: string): void {
        loader.show("PersonCard.qml", {chat: root.app.chat, dialogs: root, userId: userId});
    }

    // And these about the room that is open.

    function openRoomSettings(): void {
        loader.show("RoomSettings.qml", {room: root.app.chat.room});
    }
    function openInviteToRoom(): void {
        loader.show("InviteToRoomDialog.qml", {chat: root.app.chat, room: root.app.chat.room});
    }
    function openLeaveRoom(): void {
        loader.show("LeaveRoomDialog.qml", {room: root.app.chat.room});
    }
    function openDeleteMessage(key: string, text: string): void {
        loader.show("DeleteMessageDialog.qml", {timeline: root.app.chat.room.timeline, key: key, messageText: text});
    }
    function openSchedule(): void {
        loader.show("ScheduleDialog.qml", {composer: root.app.chat.room.composer});
    }
    /*! \a action is one of ModerationDialog.Action. */
    function openModeration(action: int, userId: string, name: string): void {
        loader.show("ModerationDialog.qml", {room: root.app.chat.room, action: action, userId: userId, name: name});
    }
    function openCalendar(startMs: double): void {
        loader.show("CalendarPopup.qml", {room: root.app.chat.room, startMs: startMs});
    }

    function close(): void {
        if (root.popup !== null)
            root.popup.close();
    }

    QtObject {
        id: internal

        property Item focusBefore: null
    }

    Loader {
        id: loader

        function show(address: string, properties: var): void {
            if (root.popup === null)
                internal.focusBefore = root.Window.activeFocusItem;
            loader.setSource(Qt.resolvedUrl(address), properties);
        }

        onLoaded: root.popup.open()
    }

    Connections {
        target: root.popup

        function onClosed(): void {
            loader.source = "";
            if (internal.focusBefore !== null)
                internal.focusBefore.forceActiveFocus();
            internal.focusBefore = null;
        }
    }
}
