import QtQuick
import Confab.Theme

/*! A sheet of the gallery. */
Rectangle {
    id: root

    /*! As Theme.mode. */
    property int mode: Theme.Mode.Light
    property bool rightToLeft: false

    onModeChanged: Theme.mode = mode
    width: 1100
    height: 800
    color: Theme.surface
    LayoutMirroring.enabled: rightToLeft
    LayoutMirroring.childrenInherit: true
}
