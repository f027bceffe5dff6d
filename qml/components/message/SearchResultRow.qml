import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A message that was found, with what was looked for marked in it. */
ListRow {
    id: root

    property string roomName
    property string authorName
    property string initial
    property color colour: Theme.borderStrong
    property string timeText
    /*! For Text.StyledText, from the program's own writer. */
    property string snippetHtml

    implicitHeight: implicitContentHeight + 2 * Theme.space2
    verticalPadding: Theme.space2
    Accessible.name: authorName + ", " + roomName + ", " + timeText

    contentItem: Item {
        implicitHeight: Math.max(disc.implicitHeight, name.implicitHeight + 2 + words.implicitHeight)

        InitialDisc {
            id: disc

            anchors.left: parent.left
            anchors.top: parent.top
            anchors.topMargin: 2
            size: Theme.avatarSmall + 4
            initial: root.initial
            colour: root.colour
        }
        Label {
            id: name

            anchors.left: disc.right
            anchors.leftMargin: Theme.space3
            width: Math.min(implicitWidth, (root.availableWidth - disc.width) / 2)
            text: root.authorName
            kind: Label.Kind.Small
            strong: true
            color: Theme.ink(root.colour)
            Accessible.ignored: true
        }
        Label {
            anchors.left: name.right
            anchors.leftMargin: Theme.space2
            anchors.right: when.left
            anchors.rightMargin: Theme.space2
            anchors.baseline: name.baseline
            text: root.roomName
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
        Label {
            id: when

            anchors.right: parent.right
            anchors.baseline: name.baseline
            text: root.timeText
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
        Text {
            id: words

            anchors.left: name.left
            anchors.right: parent.right
            anchors.top: name.bottom
            anchors.topMargin: 2
            text: root.snippetHtml
            textFormat: Text.StyledText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            font.family: Theme.fontFamily
            font.pixelSize: Theme.bodySize
            color: Theme.text
            linkColor: Theme.accentText
            Accessible.ignored: true
        }
    }
}
