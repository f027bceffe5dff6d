import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*!
    Where one writes a message. It holds no state of its own: what is written is told by edited() and cursorMoved(), and
    shown as `text` says.
*/
FocusScope {
    id: root

    property string text
    property string placeholder
    property bool canPost: true
    property string cannotPostReason
    property bool canSend: false
    /*! Whether Enter sends and Shift+Enter begins a line, or Enter begins a line and Ctrl+Enter sends. */
    property bool enterSends: true
    property int charactersLeft: 0
    property bool showsCharactersLeft: false
    property string problem
    property string slowModeText
    property bool isReplying: false
    property string replyAuthor
    property string replyText
    property bool isEditing: false
    property bool isCompleting: false
    property alias completions: popup.model
    property int completionIndex: 0
    property bool canSchedule: true
    property int maximumHeight: 220
    property alias area: area

    readonly property bool canUnwind: isCompleting || isReplying || isEditing
    readonly property bool isComposing: area.preeditText.length > 0

    signal edited(string text, int cursorPosition)
    signal cursorMoved(int cursorPosition)
    signal sendRequested
    signal editLastRequested
    signal replyToLastRequested
    signal unwindRequested
    signal completionMoved(int index)
    signal completionAccepted(int index)
    signal emojiRequested(Item item)
    signal scheduleRequested(Item item)

    function focusInput(): void {
        area.forceActiveFocus();
    }

    function showText(): void {
        if (area.text === text)
            return;
        area.text = text;
        area.cursorPosition = area.length;
    }

    function moveCursor(position: int): void {
        area.cursorPosition = Math.max(0, Math.min(position, area.length));
    }

    implicitWidth: 400
    implicitHeight: column.implicitHeight
    Accessible.ignored: true

    onTextChanged: showText()
    Component.onCompleted: {
        showText();
        area.cursorPosition = area.length;
    }

    ComposerKeys {
        id: keys

        isCompleting: popup.visible
        isEmpty: area.length === 0
        isComposing: root.isComposing
        canUnwind: root.canUnwind
        enterSends: root.enterSends
        onSent: root.sendRequested()
        onCompletionAccepted: root.completionAccepted(root.completionIndex)
        onCompletionMoved: step => root.completionMoved((root.completionIndex + step + popup.count) % popup.count)
        onLastEdited: root.editLastRequested()
        onLastReplied: root.replyToLastRequested()
        onUnwound: root.unwindRequested()
        onLeft: forwards => {
            const reason = forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason;
            area.nextItemInFocusChain(forwards).forceActiveFocus(reason);
        }
    }

    CompletionPopup {
        id: popup

        visible: root.isCompleting && area.activeFocus && count > 0
        currentIndex: root.completionIndex
        onAccepted: index => root.completionAccepted(index)
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.space1

        Rectangle {
            id: box

            width: parent.width
            height: root.canPost ? bar.height + Math.max(Theme.controlHeight + Theme.space2, flickable.height + 4)
                : closed.implicitHeight + 2 * Theme.space3
            radius: Theme.radiusLarge
            color: root.canPost ? Theme.field : Theme.hover
            border.width: !root.canPost ? 0 : area.activeFocus ? Theme.focusWidth : 1
            border.color: root.problem.length > 0 ? Theme.dangerText : area.activeFocus ? Theme.focus : Theme.borderStrong

            Loader {
                id: bar

                width: parent.width
                height: active ? implicitHeight : 0
                active: root.canPost && (root.isReplying || root.isEditing)
                source: "ReplyBar.qml"
                onLoaded: {
                    const reply = item as ReplyBar;
                    reply.author = Qt.binding(() => root.replyAuthor);
                    reply.text = Qt.binding(() => root.replyText);
                    reply.isEditing = Qt.binding(() => root.isEditing);
                    reply.cancelled.connect(root.unwindRequested);
                }
            }

            Flickable {
                id: flickable

                anchors.left: parent.left
                anchors.right: buttons.left
                anchors.leftMargin: Theme.space1
                y: bar.height + 2
                height: Math.min(root.maximumHeight, area.implicitHeight)
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                visible: root.canPost
                // Where the cursor is comes to be known before the padding, and Qt then scrolls too far up.
                onContentYChanged: {
                    if (contentY < 0)
                        contentY = 0;
                }
                T.ScrollBar.vertical: AppScrollBar {}

                T.TextArea.flickable: InputArea {
                    id: area

                    focus: true
                    enabled: root.canPost
                    placeholderText: root.placeholder
                    leftPadding: Theme.space3
                    rightPadding: Theme.space2
                    topPadding: Math.round((Theme.controlHeight + 4 - Theme.bodySize * 1.2) / 2)
                    bottomPadding: topPadding
                    Accessible.name: root.isEditing ? qsTr("Edit message") : qsTr("Message")
                    Accessible.description: root.placeholder
                    Keys.onShortcutOverride: event => event.accepted = keys.claims(event)
                    Keys.onPressed: event => event.accepted = keys.handle(event)
                    onTextChanged: {
                        if (text !== root.text)
                            root.edited(text, cursorPosition);
                    }
                    onCursorPositionChanged: root.cursorMoved(cursorPosition)
                }
            }

            ComposerButtons {
                id: buttons

                anchors.right: parent.right
                anchors.rightMargin: Theme.space1 + 2
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.space1
                canSend: root.canSend
                canSchedule: root.canSchedule
                isEditing: root.isEditing
                enterSends: root.enterSends
                visible: root.canPost
                onSendRequested: root.sendRequested()
                onEmojiRequested: item => root.emojiRequested(item)
                onScheduleRequested: item => root.scheduleRequested(item)
            }

            ComposerClosed {
                id: closed

                anchors.centerIn: parent
                maximumWidth: box.width - 2 * Theme.space6
                text: root.cannotPostReason
                visible: !root.canPost
            }
        }

        ComposerNotes {
            width: parent.width
            problem: root.problem
            slowModeText: root.slowModeText
            charactersLeft: root.charactersLeft
            showsCharactersLeft: root.showsCharactersLeft
        }
    }
}
