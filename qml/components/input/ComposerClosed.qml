import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Stands in the place of the box where one may not write, and says why. */
Row {
    id: root

    property alias text: reason.text
    property int maximumWidth: 400

    spacing: Theme.space2

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: root.visible ? "lock" : ""
        color: Theme.textMuted
        size: 18
    }
    Label {
        id: reason

        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Math.ceil(implicitWidth), root.maximumWidth - 18 - root.spacing)
        secondary: true
        wrapMode: Text.Wrap
    }
}
