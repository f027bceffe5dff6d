import QtQuick
import Confab.Theme

/*!
    One row of a timeline: a message or a line about the room. It is made for lists of thousands: what most rows do not
    have (day, quote, reactions, problem, …) is loaded only for those that have it, and the toolbar is one for all.
*/
MessageEntry {
    id: root

    /*! Whether the keyboard is on this row. */
    property bool focused: false
    /*! Whether it looks as under the pointer though the pointer may be elsewhere, as while its menu is open. */
    property bool active: false

    readonly property bool hovered: hover.hovered
    readonly property int contentTop: above.extent + (isSystem ? Theme.space1 : startsGroup ? internal.groupGap : internal.rowGap)
    readonly property int textLeft: Theme.space4 + Theme.avatar + Theme.space3

    function flash(): void {
        flasher.file = "";
        flasher.file = "RowFlash.qml";
    }

    textWidth: isSystem ? width - 2 * Theme.space4 : Math.min(width - textLeft - Theme.space8, 760)
    implicitWidth: 400
    implicitHeight: Math.max(foot.y + foot.extent + internal.rowGap,
        startsGroup && !isSystem ? contentTop + Theme.avatar + internal.rowGap : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: internal.spoken()
    Accessible.focusable: true
    Accessible.focused: focused

    QtObject {
        id: internal

        readonly property int groupGap: Theme.compact ? 6 : Theme.space3
        readonly property int rowGap: Theme.compact ? 1 : 3

        function bodyFile(): string {
            if (root.isSystem)
                return "SystemLine.qml";
            return root.blocks.length === 1 && root.blocks[0].kind === "paragraph" && !root.isDeleted
                ? "MessageText.qml" : root.isDeleted ? "DeletedText.qml" : "MessageBody.qml";
        }

        function spoken(): string {
            if (root.isSystem)
                return root.systemText;
            let words = root.authorName + ", " + root.fullTimeText + ", " + (root.isDeleted ? qsTr("deleted message") : root.plainText);
            if (root.isEdited)
                words += ", " + qsTr("edited");
            if (root.isSending)
                words += ", " + qsTr("sending");
            if (root.isRefused)
                words += ", " + qsTr("not sent") + ", " + root.problem;
            if (root.reactions.length > 0)
                words += ", " + qsTr("%n reaction(s)", "", root.reactions.length);
            return words;
        }
    }

    EntryLoader {
        id: above

        entry: root
        width: root.width
        file: root.showDay || root.showUnreadLine ? "RowTop.qml" : ""
    }

    Rectangle {
        y: above.extent + (root.startsGroup && !root.isSystem ? internal.groupGap - Theme.space1 : 0)
        width: root.width
        height: root.height - y
        color: root.mentionsMe ? Theme.mentionRow : Theme.hover
        visible: !root.isSystem && (root.mentionsMe || root.hovered || root.active || root.focused)
        border.width: root.focused ? Theme.focusWidth : 0
        border.color: Theme.focus
    }

    EntryLoader {
        id: flasher

        entry: root
        y: above.extent
        width: root.width
        height: root.height - y
    }

    EntryLoader {
        id: lead

        entry: root
        y: root.contentTop
        width: root.width
        file: root.isSystem ? "" : root.startsGroup ? "GroupHead.qml" : root.hovered || root.active ? "HoverTime.qml" : ""
    }

    EntryLoader {
        id: quote

        entry: root
        anchors.left: root.left
        anchors.leftMargin: root.textLeft
        y: root.contentTop + (root.startsGroup ? lead.extent : 0)
        width: Math.min(root.width - root.textLeft - Theme.space6, 640)
        file: root.replyKey.length > 0 && !root.isSystem && !root.isDeleted ? "EntryQuote.qml" : ""
    }

    EntryLoader {
        id: body

        entry: root
        anchors.left: root.left
        anchors.leftMargin: root.isSystem ? Theme.space4 : root.textLeft
        y: quote.y + quote.extent
        file: internal.bodyFile()
    }

    EntryLoader {
        id: foot

        entry: root
        anchors.left: root.left
        anchors.leftMargin: root.textLeft
        y: body.y + body.extent
        width: root.width - root.textLeft - Theme.space8
        file: !root.isSystem && (root.reactions.length > 0 || root.isRefused || root.readBy.length > 0) ? "MessageFoot.qml" : ""
    }

    HoverHandler {
        id: hover

        cursorShape: root.hoveredLink.length > 0 ? Qt.PointingHandCursor : Qt.ArrowCursor
        onHoveredChanged: {
            if (hovered)
                root.hoverEntered();
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: eventPoint => root.menuRequested(eventPoint.position.x, eventPoint.position.y)
    }
}
