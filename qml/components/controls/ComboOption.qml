import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One line of the list of an AppComboBox. */
T.ItemDelegate {
    id: root

    property bool taken: false

    width: ListView.view ? ListView.view.width : 0
    implicitHeight: Theme.rowHeight
    horizontalPadding: Theme.space3
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: taken
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        Label {
            anchors.left: parent.left
            anchors.right: mark.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            Accessible.ignored: true
        }
        Icon {
            id: mark

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: root.taken ? "check" : ""
            color: Theme.accentText
            size: 18
        }
    }

    background: Rectangle {
        radius: 6
        color: root.highlighted || root.hovered ? Theme.hover : "transparent"
    }
}
