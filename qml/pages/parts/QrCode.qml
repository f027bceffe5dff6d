import QtQuick

import Confab.Theme

/*!
    A link as a QR code, dark on white in every theme, so that every camera reads it.
*/
Rectangle {
    id: root

    /*! Where the code comes from: "image://qr/" and the link. */
    required property string source

    implicitWidth: 208
    implicitHeight: 208
    radius: Theme.radiusLarge
    color: "white"
    border.color: Theme.border
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("QR code of the invitation link")

    Image {
        anchors.centerIn: parent
        source: root.source
        sourceSize.width: Math.round(root.width - Theme.space2)
        sourceSize.height: Math.round(root.height - Theme.space2)
        smooth: false
    }
}
