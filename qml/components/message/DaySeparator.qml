import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! The line where another day begins. */
Item {
    id: root

    property alias text: chip.text

    signal clicked

    implicitHeight: chip.implicitHeight + 2 * Theme.space3
    implicitWidth: 200

    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
    }
    DayChip {
        id: chip

        anchors.centerIn: parent
        onClicked: root.clicked()
    }
}
