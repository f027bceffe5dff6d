import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    Somebody or something with a line about it below the name. The control around it says it to screen readers.
*/
Item {
    id: root

    property string title
    property string subtitle
    property bool prominent: false
    property string initial
    property string iconName
    property color colour: Theme.accent
    property bool square: false
    property int presence: -1
    property color ground: Theme.surface

    implicitWidth: 160
    implicitHeight: lines.implicitHeight

    Avatar {
        id: avatar
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        size: 32
        square: root.square
        iconName: root.iconName
        initial: root.initial
        colour: root.colour
        presence: root.presence
        ground: root.ground
    }
    Column {
        id: lines
        anchors.left: avatar.right
        anchors.leftMargin: Theme.space3
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Label {
            width: parent.width
            kind: root.prominent ? Label.Kind.Lead : Label.Kind.Body
            strong: true
            text: root.title
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text.length > 0
            kind: Label.Kind.Caption
            muted: true
            maximumLineCount: 1
            text: root.subtitle
            Accessible.ignored: true
        }
    }
}
