import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A pinned message in a list of them; it leads to where it was written. */
ListRow {
    id: root

    property string authorName
    property color authorColor: Theme.borderStrong
    property string time
    property bool canUnpin: false

    signal unpinRequested

    implicitHeight: implicitContentHeight + 2 * Theme.space2
    verticalPadding: Theme.space2
    Accessible.name: authorName + ", " + time + ", " + text

    contentItem: Item {
        implicitHeight: name.implicitHeight + 2 + words.implicitHeight

        Label {
            id: name

            anchors.left: parent.left
            width: Math.min(implicitWidth, root.availableWidth - when.implicitWidth - Theme.space10)
            text: root.authorName
            kind: Label.Kind.Small
            strong: true
            color: Theme.ink(root.authorColor)
            Accessible.ignored: true
        }
        Label {
            id: when

            anchors.left: name.right
            anchors.leftMargin: Theme.space2
            anchors.baseline: name.baseline
            text: root.time
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
        Label {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: name.bottom
            anchors.topMargin: 2
            text: root.text
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        IconButton {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: -Theme.space1
            small: true
            iconName: "pin-off"
            text: qsTr("Unpin")
            visible: root.canUnpin && (root.hovered || root.visualFocus || activeFocus)
            onClicked: root.unpinRequested()
        }
    }
}
