import QtQuick
import Confab.Theme

/*! A card: children stand below each other on a raised ground; give each `width: parent.width`. */
Rectangle {
    id: root

    property int padding: Theme.space5
    property alias spacing: column.spacing
    default property alias content: column.data

    implicitWidth: 320
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusLarge
    color: Theme.raised
    border.width: 1
    border.color: Theme.border

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.padding
        spacing: Theme.space3
    }
}
