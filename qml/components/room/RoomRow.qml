import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A room in the list of rooms: bold while something in it is unread, faint while it is muted. */
ListRow {
    id: root

    property string name
    /*! "public", "private" or "direct". */
    property string kind: "public"
    property int unread: 0
    property int mentions: 0
    property bool isMuted: false
    property bool hasDraft: false
    property bool typing: false
    /*! Of the other one of a direct conversation; below 0: none. */
    property int presence: -1
    property string initial
    property color colour: Theme.borderStrong
    property string lastText
    property string lastTime
    /*! With the last message in a second line. */
    property bool detailed: false

    readonly property bool isDirect: kind === "direct"
    readonly property bool bold: unread > 0 && !isMuted
    readonly property color ink: selected ? Theme.accentText : bold ? Theme.text : isMuted ? Theme.textMuted : Theme.textSecondary
    readonly property string unreadWords: unread > 0 ? ", " + qsTr("%n unread", "", unread) : ""
    readonly property string mentionWords: mentions > 0 ? ", " + qsTr("%n mention(s)", "", mentions) : ""

    implicitHeight: detailed ? implicitContentHeight + topPadding + bottomPadding : Theme.rowHeight
    verticalPadding: detailed ? Theme.space2 : 0
    Accessible.name: name + unreadWords + mentionWords + (isMuted ? ", " + qsTr("muted") : "")
        + (hasDraft ? ", " + qsTr("draft") : "") + (typing ? ", " + qsTr("typing") : "")

    contentItem: Item {
        implicitHeight: root.detailed ? title.implicitHeight + 2 + last.implicitHeight : title.implicitHeight

        Icon {
            anchors.horizontalCenter: disc.horizontalCenter
            anchors.verticalCenter: disc.verticalCenter
            name: root.isDirect ? "" : root.kind === "private" ? "lock" : "hash"
            color: root.ink
            size: 18
            visible: !root.isDirect
        }
        Avatar {
            id: disc

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            size: root.detailed ? 32 : Theme.avatarSmall
            initial: root.isDirect ? root.initial : ""
            colour: root.colour
            color: root.isDirect ? Theme.tint(root.colour) : root.detailed ? Theme.hover : "transparent"
            presence: root.isDirect ? root.presence : -1
            ground: root.selected ? Theme.accentSoft : Theme.sidebar
        }
        Label {
            id: title

            anchors.left: disc.right
            anchors.leftMargin: Theme.space2 + 2
            anchors.right: root.detailed ? time.left : marks.left
            anchors.rightMargin: Theme.space2
            y: root.detailed ? 0 : Math.round((parent.height - height) / 2)
            text: root.name
            strong: root.bold || root.selected
            color: root.ink
            Accessible.ignored: true
        }
        Label {
            id: time

            anchors.right: parent.right
            anchors.baseline: title.baseline
            text: root.detailed ? root.lastTime : ""
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
        Label {
            id: last

            anchors.left: title.left
            anchors.right: marks.left
            anchors.rightMargin: Theme.space2
            anchors.bottom: parent.bottom
            text: !root.detailed ? "" : root.typing ? qsTr("typing…") : root.lastText
            kind: Label.Kind.Small
            color: root.typing ? Theme.accentText : Theme.textMuted
            maximumLineCount: 1
            visible: root.detailed
            Accessible.ignored: true
        }
        Row {
            id: marks

            anchors.right: parent.right
            y: root.detailed ? parent.height - height : Math.round((parent.height - height) / 2)
            height: Theme.iconSmall + 2
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.typing && !root.detailed ? "more" : root.hasDraft ? "edit" : root.isMuted ? "bell-off" : ""
                color: root.typing ? Theme.accentText : Theme.textMuted
                size: Theme.iconSmall
                visible: name.length > 0
            }
            Badge {
                anchors.verticalCenter: parent.verticalCenter
                count: root.mentions > 0 ? root.mentions : root.unread
                kind: root.mentions > 0 ? Badge.Kind.Mention : root.isMuted ? Badge.Kind.Quiet : Badge.Kind.Plain
            }
        }
    }
}
