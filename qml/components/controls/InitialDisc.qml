import QtQuick
import Confab.Theme

/*! An initial on the colour of a person (round) or a chat (square). Decorative. */
Rectangle {
    id: root

    property string initial
    property color colour: Theme.borderStrong
    property int size: Theme.avatar
    property bool square: false
    /*! Off where something else stands in its place. */
    property bool showsInitial: true

    implicitWidth: size
    implicitHeight: size
    radius: square ? Math.round(size * 0.28) : size / 2
    color: Theme.tint(colour)
    Accessible.ignored: true

    Text {
        anchors.centerIn: parent
        visible: root.showsInitial
        text: root.initial
        textFormat: Text.PlainText
        font.family: Theme.fontFamily
        font.pixelSize: Math.round(root.size * 0.42)
        font.weight: Font.DemiBold
        color: Theme.ink(root.colour)
        Accessible.ignored: true
    }
}
