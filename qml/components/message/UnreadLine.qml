import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! The line below which everything is new. */
Item {
    id: root

    implicitHeight: Math.max(Theme.space6, label.implicitHeight + Theme.space2)
    implicitWidth: 200
    Accessible.role: Accessible.Separator
    Accessible.name: label.text

    Rectangle {
        anchors.left: parent.left
        anchors.right: label.left
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        height: 1
        color: Theme.unreadLine
    }
    Label {
        id: label

        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("New messages")
        kind: Label.Kind.Caption
        strong: true
        color: Theme.unreadLine
        Accessible.ignored: true
    }
}
