import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Something that the quick switcher leads to. */
ListRow {
    id: root

    property string title
    property string subtitle
    /*! "room", "private", "direct" or "person". */
    property string kind: "room"
    property string initial
    property color colour: Theme.borderStrong
    property int unread: 0
    property int mentions: 0

    readonly property bool isPerson: kind === "direct" || kind === "person"

    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(44, implicitContentHeight + 2 * Theme.space1)
    current: selected
    Accessible.name: title + (subtitle.length > 0 ? ", " + subtitle : "") + (unread > 0 ? ", " + qsTr("%n unread", "", unread) : "")

    contentItem: Item {
        implicitHeight: name.implicitHeight

        Avatar {
            id: disc

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            size: 28
            square: !root.isPerson
            initial: root.isPerson ? root.initial : ""
            iconName: root.isPerson ? "" : root.kind === "private" ? "lock" : "hash"
            colour: root.colour
        }
        Label {
            id: name

            anchors.left: disc.right
            anchors.leftMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, (root.availableWidth - disc.width) * 0.6)
            text: root.title
            strong: root.unread > 0
            Accessible.ignored: true
        }
        Label {
            anchors.left: name.right
            anchors.leftMargin: Theme.space2
            anchors.right: badge.visible ? badge.left : parent.right
            anchors.rightMargin: Theme.space2
            anchors.baseline: name.baseline
            text: root.subtitle
            kind: Label.Kind.Small
            muted: true
            maximumLineCount: 1
            Accessible.ignored: true
        }
        Badge {
            id: badge

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            count: root.mentions > 0 ? root.mentions : root.unread
            kind: root.mentions > 0 ? Badge.Kind.Mention : Badge.Kind.Plain
        }
    }
}
