import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! What is being answered or changed, above the box that one writes in. */
Item {
    id: root

    property string author
    property string text
    property bool isEditing: false

    signal cancelled

    implicitWidth: 300
    implicitHeight: Math.max(Theme.controlHeight, words.implicitHeight + Theme.space3)
    Accessible.role: Accessible.Grouping
    Accessible.name: isEditing ? qsTr("Editing a message") : qsTr("Replying to") + " " + author + ", " + text

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        width: 3
        height: parent.height - Theme.space3
        radius: 1.5
        color: Theme.accentText
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.space6
        anchors.right: close.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            text: root.isEditing ? qsTr("Editing a message") : root.author
            kind: Label.Kind.Small
            strong: true
            color: Theme.accentText
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: root.text
            kind: Label.Kind.Small
            muted: true
            maximumLineCount: 1
            visible: text.length > 0
            Accessible.ignored: true
        }
    }
    IconButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        small: true
        iconName: "close"
        text: root.isEditing ? qsTr("Stop editing") : qsTr("Do not reply")
        shortcut: qsTr("Esc")
        onClicked: root.cancelled()
    }
}
