import QtQuick
import Confab.Theme

/*! One of the program's own icons, in one colour. Decorative: what it stands for is said by the control around it. */
Image {
    id: root

    /*! Name of a file in resources/icons, without its ending; empty shows nothing. */
    property string name
    property color color: Theme.textSecondary
    property int size: Theme.icon
    /*! Whether it points somewhere, so that it must be mirrored where one reads from right to left. */
    property bool directional: false

    source: name.length > 0 ? "image://icon/" + name + "/" + String(color).substring(1) : ""
    sourceSize.width: size
    sourceSize.height: size
    width: size
    height: size
    mirror: directional && LayoutMirroring.enabled
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
