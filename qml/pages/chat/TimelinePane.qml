import QtQuick

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The messages of the room, what floats over them, and what can be done with each.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property RoomViewModel room

    readonly property TimelineModel timeline: root.room.timeline
    /*! Nobody comes here by themselves. */
    readonly property bool canAddPeople: root.room.canInvite && root.room.kind === RoomViewModel.Kind.Private

    /*! The focus is to go to the box below. */
    signal composerRequested
    signal noticed(string text, string iconName)

    function focusMessages(): void {
        list.forceActiveFocus(Qt.TabFocusReason);
    }

    /*! UTC milliseconds. */
    function timeInView(): double {
        return root.timeline.timeAt(list.topRow());
    }

    function scrollBy(screens: real): void {
        list.scrollBy(screens);
    }

    function reply(key: string): void {
        root.room.composer.replyTo(key);
        root.composerRequested();
    }

    function edit(key: string): void {
        root.room.composer.edit(key);
        root.composerRequested();
    }

    function copy(key: string): void {
        root.timeline.copyText(key);
        root.noticed(qsTr("Copied"), "copy");
    }

    Binding {
        target: root.timeline
        property: "codeColor"
        value: Theme.codeText
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: root.timeline
        property: "mentionColor"
        value: Theme.mentionText
        restoreMode: Binding.RestoreNone
    }
    Binding {
        target: root.timeline
        property: "ownMentionColor"
        value: Theme.accentText
        restoreMode: Binding.RestoreNone
    }

    MessageList {
        id: list
        anchors.fill: parent
        focus: true
        room: root.room
        isWatched: root.app.windowActive
        model: root.timeline
        delegate: MessageLine {}
        onLeftBelow: root.composerRequested()

        Keys.onReturnPressed: menu.openAt(list.currentRow(), null)
        Keys.onMenuPressed: menu.openAt(list.currentRow(), null)
        Keys.onDeletePressed: menu.askDelete(list.currentRow())
        Keys.onShortcutOverride: event => event.accepted = messageKeys.takes(event)

        MessageKeys {
            id: messageKeys
            row: list.currentRow()
            canPin: root.room.canPin
            canPost: root.room.canPost
            onReplyRequested: key => root.reply(key)
            onEditRequested: key => root.edit(key)
            onCopyRequested: key => root.copy(key)
            onPinRequested: (key, isPinned) => root.timeline.pin(key, isPinned)
            onReactionRequested: row => emoji.openAt(row, row.key)
        }
        Keys.forwardTo: [messageKeys]

        rowWithToolbar: toolbar.row
        rowWithMenu: menu.visible ? menu.row : null
        onRowEntered: row => toolbar.row = row
        onLinkActivated: link => root.dialogs.openLink(link)
        onAuthorActivated: row => root.dialogs.openPerson(row.authorId)
        onQuoteActivated: key => root.room.jumpTo(key)
        onReactionToggled: (key, emoji) => root.timeline.react(key, emoji)
        onReactionRequested: (key, item) => emoji.openAt(item, key)
        onCodeCopied: text => {
            root.app.copyText(text);
            root.noticed(qsTr("Copied"), "copy");
        }
        onRetryRequested: key => root.timeline.retry(key)
        onEditRequested: key => root.edit(key)
        onDiscardRequested: key => root.timeline.discard(key)
        onDayActivated: row => root.dialogs.openCalendar(root.timeline.timeAt(row))
        onMenuRequested: (row, x, y) => menu.openAtPoint(row, x, y)

        HoverHandler {
            id: pointer
            onHoveredChanged: away.restart()
        }
    }

    // While the pointer is on the toolbar it is not on the list, for the toolbar keeps it from what is below. Which of
    // the two hears of that first is not certain.
    Timer {
        id: away
        interval: 0
        onTriggered: {
            if (!pointer.hovered && !toolbar.hovered && !menu.visible)
                toolbar.row = null;
        }
    }

    MessageToolbar {
        id: toolbar
        canReply: root.room.canPost
        canReact: root.room.canPost
        quickEmoji: Array.from(root.app.emoji.recent).slice(0, 3)
        onHoveredChanged: away.restart()
        onQuickReactionRequested: (key, emoji) => root.timeline.react(key, emoji)
        onReactionRequested: (key, item) => emoji.openAt(item, key)
        onReplyRequested: key => root.reply(key)
        onEditRequested: key => root.edit(key)
        onMenuRequested: (key, item) => menu.openAt(toolbar.row, item)
    }

    MessageMenu {
        id: menu
        dialogs: root.dialogs
        room: root.room
        onReplyRequested: key => root.reply(key)
        onEditRequested: key => root.edit(key)
        onCopyRequested: key => root.copy(key)
        onReactionRequested: row => emoji.openAt(row, row.key)
        onClosed: {
            if (list.activeFocus)
                list.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    EmojiPopup {
        id: emoji
        emoji: root.app.emoji
        onChosen: (text, key) => root.timeline.react(key, text)
    }

    TimelineOverlay {
        anchors.fill: parent
        room: root.room
        list: list
        onDateActivated: root.dialogs.openCalendar(root.timeInView())
    }

    EmptyState {
        anchors.centerIn: parent
        visible: list.count === 0 && !root.room.isLoading && root.room.problem.length === 0
        iconName: root.room.isDirect ? "chat" : "hash"
        title: root.room.isDirect ? qsTr("You and %1").arg(root.room.name) : qsTr("Nothing has been written here yet")
        text: root.room.isDirect ? qsTr("Only the two of you see what you write here.")
            : qsTr("Write the first message, or bring somebody along.")
        actionText: root.room.isDirect ? qsTr("Say hello") : root.canAddPeople ? qsTr("Add people") : qsTr("Invite people")
        onActionTriggered: {
            if (root.room.isDirect) {
                root.room.composer.insert("👋");
                root.composerRequested();
            } else if (root.canAddPeople) {
                root.dialogs.openInviteToRoom();
            } else {
                root.dialogs.openInvite();
            }
        }
    }
}
