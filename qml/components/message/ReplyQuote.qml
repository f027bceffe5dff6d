import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! The beginning of another message; it leads there. */
T.AbstractButton {
    id: root

    property string author

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    leftPadding: mirrored ? Theme.space2 : Theme.space3
    rightPadding: mirrored ? Theme.space3 : Theme.space2
    verticalPadding: 2
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Link
    Accessible.name: qsTr("In reply to:") + " " + author + ", " + text
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        implicitWidth: name.implicitWidth + Theme.space2 + words.implicitWidth
        implicitHeight: name.implicitHeight

        Label {
            id: name

            anchors.left: parent.left
            width: Math.min(implicitWidth, parent.width / 2)
            text: root.author
            kind: Label.Kind.Small
            strong: true
            secondary: true
            Accessible.ignored: true
        }
        Label {
            id: words

            anchors.left: name.right
            anchors.leftMargin: Theme.space2
            anchors.right: parent.right
            anchors.baseline: name.baseline
            text: root.text
            kind: Label.Kind.Small
            muted: true
            maximumLineCount: 1
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusSmall
        color: root.down ? Theme.pressed : root.hovered ? Theme.hover : "transparent"

        Rectangle {
            anchors.left: parent.left
            width: 3
            height: parent.height
            radius: 1.5
            color: root.hovered ? Theme.accentText : Theme.borderStrong
        }
        FocusFrame {
            shown: root.visualFocus
            gap: 0
            radius: Theme.radiusSmall
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
