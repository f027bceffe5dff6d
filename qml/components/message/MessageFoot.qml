import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! What stands below a message: reactions, why it was not sent, who has read it. */
Column {
    id: root

    required property MessageEntry entry

    topPadding: Theme.space1
    bottomPadding: Theme.space1
    spacing: Theme.space1

    ReactionRow {
        width: root.width
        reactions: root.entry.reactions
        visible: root.entry.reactions.length > 0
        onToggled: emoji => root.entry.reactionToggled(emoji)
        onAddRequested: item => root.entry.addReactionRequested(item)
    }
    EntryLoader {
        entry: root.entry
        width: root.width
        file: root.entry.isRefused ? "RefusedNotice.qml" : ""
    }
    Row {
        width: root.width
        spacing: Theme.space1
        visible: root.entry.readBy.length > 0

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.entry.readBy.length > 0 ? "check-double" : ""
            color: Theme.accentText
            size: 14
        }
        Label {
            width: Math.min(implicitWidth, root.width - 18)
            text: qsTr("Read by %1").arg(root.entry.readBy)
            kind: Label.Kind.Caption
            muted: true
        }
    }
}
