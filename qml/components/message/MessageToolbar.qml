import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*!
    What can be done with the message under the pointer: one toolbar for the whole timeline, which moves to the row that
    it is given.
*/
Rectangle {
    id: root

    /*! Null hides it. */
    property MessageRow row: null
    property bool canReact: true
    property bool canReply: true
    /*! Emoji that one click gives. */
    property var quickEmoji: []

    readonly property bool hovered: hover.hovered
    readonly property bool usable: row !== null && !row.isSystem && !row.isDeleted

    signal quickReactionRequested(string key, string emoji)
    signal reactionRequested(string key, Item item)
    signal replyRequested(string key)
    signal editRequested(string key)
    signal menuRequested(string key, Item item)

    parent: row
    x: !row ? 0 : LayoutMirroring.enabled ? Theme.space4 : row.width - width - Theme.space4
    y: row ? row.contentTop - (row.startsGroup ? Theme.space2 : Theme.space5) : 0
    z: 1
    implicitWidth: buttons.implicitWidth + 4
    implicitHeight: buttons.implicitHeight + 4
    radius: Theme.radius
    color: Theme.raised
    border.width: 1
    border.color: Theme.border
    visible: usable && !row.isSending && !row.isRefused
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Message actions")

    HoverHandler {
        id: hover

        blocking: true
    }

    Row {
        id: buttons

        anchors.centerIn: parent
        spacing: 1

        Repeater {
            model: root.canReact ? root.quickEmoji : []
            delegate: QuickEmoji {}
            onItemAdded: (index, item) => {
                const button = item as QuickEmoji;
                button.clicked.connect(() => root.quickReactionRequested(root.row.key, button.emoji));
            }
        }
        IconButton {
            id: react

            small: true
            iconName: "emoji"
            text: qsTr("Add a reaction")
            visible: root.canReact
            onClicked: root.reactionRequested(root.row.key, react)
        }
        IconButton {
            small: true
            iconName: "reply"
            iconDirectional: true
            text: qsTr("Reply")
            visible: root.canReply
            onClicked: root.replyRequested(root.row.key)
        }
        IconButton {
            small: true
            iconName: "edit"
            text: qsTr("Edit")
            visible: root.row !== null && root.row.canEdit
            onClicked: root.editRequested(root.row.key)
        }
        IconButton {
            id: more

            small: true
            iconName: "more"
            text: qsTr("More")
            onClicked: root.menuRequested(root.row.key, more)
        }
    }
}
