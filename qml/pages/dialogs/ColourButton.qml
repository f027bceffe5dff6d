import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme

/*!
    One colour to choose.
*/
T.AbstractButton {
    id: root

    required property color colour
    /*! What a screen reader calls it. */
    required property string name

    implicitWidth: Theme.controlHeight
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.name
    Accessible.checkable: true
    Accessible.checked: root.checked
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: width / 2
        color: Theme.tint(root.colour)
        border.width: root.checked || root.hovered ? 2 : 0
        border.color: Theme.ink(root.colour)
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.checked ? "check" : ""
            color: Theme.ink(root.colour)
        }
    }

    FocusFrame {
        shown: root.visualFocus
    }
}
