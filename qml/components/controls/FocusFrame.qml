import QtQuick
import Confab.Theme

/*! The ring around what has the keyboard's focus. A child of the item; gap is the distance from it, negative: inside. */
Rectangle {
    id: root

    property bool shown: false
    property int gap: Theme.focusWidth

    anchors.fill: parent
    anchors.margins: -(gap + (gap >= 0 ? border.width : 0))
    radius: Theme.radius + (gap >= 0 ? gap + border.width : gap)
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focus
    visible: shown
}
