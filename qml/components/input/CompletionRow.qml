import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! One suggestion: a person, a room, an emoji. */
ListRow {
    id: root

    required property int index
    /*! "person", "everybody", "room", "emoji" or "command". */
    required property string kind
    required property string title
    required property string subtitle
    required property string insert
    required property string color
    required property string initial

    readonly property bool isEmoji: kind === "emoji"

    width: ListView.view ? ListView.view.width : 0
    focusPolicy: Qt.NoFocus
    selected: ListView.isCurrentItem
    current: selected
    onClicked: (ListView.view as CompletionList).accepted(index)
    Accessible.name: title + (subtitle.length > 0 ? ", " + subtitle : "")
    Accessible.selected: ListView.isCurrentItem

    contentItem: Item {
        Label {
            anchors.horizontalCenter: disc.horizontalCenter
            anchors.verticalCenter: parent.verticalCenter
            text: root.isEmoji ? root.insert : ""
            font.family: Theme.emojiFamily
            kind: Label.Kind.Title
            elide: Text.ElideNone
            Accessible.ignored: true
        }
        Avatar {
            id: disc

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            size: Theme.avatarSmall
            square: root.kind !== "person"
            initial: root.kind === "person" ? root.initial : ""
            iconName: root.kind === "room" ? "hash" : root.kind === "everybody" ? "people" : root.kind === "command" ? "code" : ""
            colour: root.color.length > 0 ? root.color : Theme.accent
            visible: !root.isEmoji
        }
        Label {
            id: name

            anchors.left: disc.right
            anchors.leftMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, (root.availableWidth - disc.width) * 0.65)
            text: root.title
            Accessible.ignored: true
        }
        Label {
            anchors.left: name.right
            anchors.leftMargin: Theme.space2
            anchors.right: parent.right
            anchors.baseline: name.baseline
            text: root.subtitle
            kind: Label.Kind.Small
            muted: true
            maximumLineCount: 1
            Accessible.ignored: true
        }
    }
}
