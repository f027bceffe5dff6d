import QtQuick
import Confab.Theme

/*! What popups, menus and dialogs stand on: raised, with a soft shadow made of a few faint rectangles. */
Item {
    id: root

    property int radius: Theme.radius

    Rectangle {
        anchors.fill: parent
        anchors.margins: -14
        anchors.topMargin: -9
        anchors.bottomMargin: -19
        radius: root.radius + 14
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -11
        anchors.topMargin: -6
        anchors.bottomMargin: -16
        radius: root.radius + 11
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -8
        anchors.topMargin: -3
        anchors.bottomMargin: -13
        radius: root.radius + 8
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -6
        anchors.topMargin: -1
        anchors.bottomMargin: -11
        radius: root.radius + 6
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -4
        anchors.topMargin: 1
        anchors.bottomMargin: -9
        radius: root.radius + 4
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -2
        anchors.topMargin: 3
        anchors.bottomMargin: -7
        radius: root.radius + 2
        color: Theme.shadow
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.border
    }
}
