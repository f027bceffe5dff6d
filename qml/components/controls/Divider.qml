import QtQuick
import Confab.Theme

/*! A thin line between two areas. */
Rectangle {
    id: root

    property bool vertical: false

    implicitWidth: vertical ? 1 : 100
    implicitHeight: vertical ? 100 : 1
    color: Theme.border
}
