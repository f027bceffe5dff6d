import QtQuick

import Confab.ViewModels

/*!
    All keys that work wherever the focus is. Those that belong to a message or to the box one writes in are handled
    there; ShortcutsDialog names them all.
*/
Item {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs

    readonly property ChatViewModel chat: root.app.page === AppViewModel.Page.Chat ? root.app.chat : null
    readonly property bool hasRoom: root.chat !== null && root.chat.room !== null
    readonly property list<CommandShortcut> commands: [
        switcher, nextRoom, previousRoom, nextUnread, previousUnread, filter, newRoom, browse,
        search, searchEverywhere, members, pins, info, date, firstUnread, latest, panes, backPanes, reply, emoji,
        settings, help, invite, doNotDisturb, quit
    ]

    readonly property string goGroup: qsTr("Getting around")
    readonly property string roomGroup: qsTr("In a room")
    readonly property string programGroup: qsTr("Confab")

    /*! These change only what the chat page shows. */
    signal filterRequested
    signal searchRequested(bool everywhere)
    signal membersRequested
    signal pinsRequested
    signal infoRequested
    signal dateRequested
    signal nextPaneRequested
    signal previousPaneRequested
    signal emojiRequested

    CommandShortcut {
        id: switcher
        sequence: "Ctrl+K"
        text: qsTr("Go to a room or person")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.dialogs.openSwitcher()
    }
    CommandShortcut {
        id: nextRoom
        sequence: "Alt+Down"
        text: qsTr("Next room")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.chat.nextRoom()
    }
    CommandShortcut {
        id: previousRoom
        sequence: "Alt+Up"
        text: qsTr("Previous room")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.chat.previousRoom()
    }
    CommandShortcut {
        id: nextUnread
        sequence: "Alt+Shift+Down"
        text: qsTr("Next unread room")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.chat.nextUnreadRoom()
    }
    CommandShortcut {
        id: previousUnread
        sequence: "Alt+Shift+Up"
        text: qsTr("Previous unread room")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.chat.previousUnreadRoom()
    }
    CommandShortcut {
        id: filter
        sequence: "Ctrl+L"
        text: qsTr("Filter the list of rooms")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.filterRequested()
    }
    CommandShortcut {
        id: newRoom
        sequence: "Ctrl+N"
        text: qsTr("New room")
        group: root.goGroup
        enabled: root.chat !== null && root.chat.canCreateRoom
        onActivated: root.dialogs.openCreateRoom()
    }
    CommandShortcut {
        id: browse
        sequence: "Ctrl+O"
        text: qsTr("Find rooms to join")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.dialogs.openBrowseRooms()
    }
    CommandShortcut {
        id: panes
        sequence: "F6"
        text: qsTr("To the next part of the window")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.nextPaneRequested()
    }
    CommandShortcut {
        id: backPanes
        sequence: "Shift+F6"
        text: qsTr("To the previous part of the window")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.previousPaneRequested()
    }
    CommandShortcut {
        id: search
        sequence: "Ctrl+F"
        text: qsTr("Search in this room")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.searchRequested(false)
    }
    CommandShortcut {
        id: searchEverywhere
        sequence: "Ctrl+Shift+F"
        text: qsTr("Search everywhere")
        group: root.goGroup
        enabled: root.chat !== null
        onActivated: root.searchRequested(true)
    }
    CommandShortcut {
        id: members
        sequence: "Ctrl+M"
        text: qsTr("Members")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.membersRequested()
    }
    CommandShortcut {
        id: pins
        sequence: "Ctrl+P"
        text: qsTr("Pinned messages")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.pinsRequested()
    }
    CommandShortcut {
        id: info
        sequence: "Ctrl+I"
        text: qsTr("About this room")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.infoRequested()
    }
    CommandShortcut {
        id: date
        sequence: "Ctrl+D"
        text: qsTr("Go to a date")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.dateRequested()
    }
    CommandShortcut {
        id: firstUnread
        sequence: "Shift+PgUp"
        text: qsTr("First unread message")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.chat.room.jumpToFirstUnread()
    }
    CommandShortcut {
        id: latest
        sequence: "Shift+PgDown"
        text: qsTr("Latest message")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.chat.room.jumpToLatest()
    }
    CommandShortcut {
        id: reply
        sequence: "Ctrl+R"
        text: qsTr("Reply to the last message")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.chat.room.composer.replyToLast()
    }
    CommandShortcut {
        id: emoji
        sequence: "Ctrl+E"
        text: qsTr("Choose an emoji")
        group: root.roomGroup
        enabled: root.hasRoom
        onActivated: root.emojiRequested()
    }
    CommandShortcut {
        id: settings
        sequence: "Ctrl+,"
        text: qsTr("Settings")
        group: root.programGroup
        onActivated: root.dialogs.openSettings()
    }
    CommandShortcut {
        id: help
        sequence: "Ctrl+/"
        text: qsTr("This list")
        group: root.programGroup
        onActivated: root.dialogs.openShortcuts()
    }
    CommandShortcut {
        id: invite
        sequence: "Ctrl+Shift+I"
        text: qsTr("Invite people")
        group: root.programGroup
        enabled: root.chat !== null
        onActivated: root.dialogs.openInvite()
    }
    CommandShortcut {
        id: doNotDisturb
        sequence: "Ctrl+Shift+D"
        text: qsTr("Do not disturb, on or off")
        group: root.programGroup
        onActivated: root.app.settings.doNotDisturb = !root.app.settings.doNotDisturb
    }
    CommandShortcut {
        id: quit
        sequence: "Ctrl+Q"
        text: qsTr("Quit")
        group: root.programGroup
        onActivated: {
            if (root.app.quitWanted())
                Qt.quit();
        }
    }
}
