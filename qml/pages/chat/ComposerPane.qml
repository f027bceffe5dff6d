import QtQuick

import Confab.Components.Input
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The box one writes in, tied to the view-model of what is being written.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property RoomViewModel room
    readonly property ComposerViewModel composer: root.room.composer

    function focusInput(): void {
        box.focusInput();
    }

    function openEmoji(at: Item): void {
        emoji.openAt(at, "");
    }

    implicitHeight: box.implicitHeight + Theme.space3

    Composer {
        id: box
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        focus: true
        text: root.composer.text
        placeholder: root.composer.placeholder
        canPost: root.room.canPost
        cannotPostReason: root.room.cannotPostReason
        canSend: root.composer.canSend
        enterSends: root.app.settings.enterSends
        charactersLeft: root.composer.charactersLeft
        showsCharactersLeft: root.composer.showsCharactersLeft
        problem: root.composer.problem
        isReplying: root.composer.isReplying
        replyAuthor: root.composer.replyAuthor
        replyText: root.composer.replyText
        isEditing: root.composer.isEditing
        isCompleting: root.composer.isCompleting
        completions: root.composer.completions
        completionIndex: root.composer.completionIndex
        slowModeText: root.room.slowModeText

        onEdited: (text, cursorPosition) => {
            root.composer.cursorPosition = cursorPosition;
            root.composer.text = text;
        }
        onCursorMoved: position => root.composer.cursorPosition = position
        onSendRequested: root.composer.send()
        onEditLastRequested: root.composer.editLast()
        onReplyToLastRequested: root.composer.replyToLast()
        onUnwindRequested: {
            if (!root.composer.unwind())
                root.room.hideUnreadLine();
        }
        onCompletionMoved: index => root.composer.completionIndex = index
        onCompletionAccepted: index => root.composer.acceptCompletion(index)
        onEmojiRequested: item => emoji.openAt(item, "")
        onScheduleRequested: root.dialogs.openSchedule()
    }

    Connections {
        target: root.composer

        function onCursorMoved(position: int): void {
            box.moveCursor(position);
        }
    }

    EmojiPopup {
        id: emoji
        emoji: root.app.emoji
        onChosen: (text, key) => {
            root.composer.insert(text);
            box.focusInput();
        }
    }
}
