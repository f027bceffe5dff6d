import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Why a message was refused, and what can be done about it. */
Flow {
    id: root

    required property MessageEntry entry

    spacing: Theme.space3
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Not sent:") + " " + entry.problem

    Row {
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "alert"
            color: Theme.dangerText
            size: Theme.iconSmall
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - 24)
            text: root.entry.problem.length > 0 ? root.entry.problem : qsTr("Not sent")
            kind: Label.Kind.Small
            color: Theme.dangerText
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    LinkText {
        text: qsTr("Retry")
        font.pixelSize: Theme.smallSize
        font.weight: Font.DemiBold
        onClicked: root.entry.retryRequested()
    }
    LinkText {
        text: qsTr("Edit")
        font.pixelSize: Theme.smallSize
        font.weight: Font.DemiBold
        onClicked: root.entry.editRequested()
    }
    LinkText {
        text: qsTr("Delete")
        font.pixelSize: Theme.smallSize
        font.weight: Font.DemiBold
        onClicked: root.entry.discardRequested()
    }
}
