import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Who is writing. It keeps its height when nobody is, so that nothing jumps. */
Item {
    id: root

    property string text
    property int step: 0

    implicitWidth: 200
    implicitHeight: Math.round(Theme.captionSize * 1.7)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Timer {
        interval: 300
        repeat: true
        running: root.text.length > 0 && root.visible && !Theme.reducedMotion
        onTriggered: root.step = (root.step + 1) % 4
    }

    Row {
        id: dots

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: 3
        visible: root.text.length > 0

        Rectangle {
            width: 5
            height: 5
            radius: 2.5
            color: root.step === 0 ? Theme.accentText : Theme.borderStrong
        }
        Rectangle {
            width: 5
            height: 5
            radius: 2.5
            color: root.step === 1 ? Theme.accentText : Theme.borderStrong
        }
        Rectangle {
            width: 5
            height: 5
            radius: 2.5
            color: root.step === 2 ? Theme.accentText : Theme.borderStrong
        }
    }
    Label {
        anchors.left: dots.right
        anchors.leftMargin: Theme.space2
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        kind: Label.Kind.Caption
        secondary: true
        Accessible.ignored: true
    }
}
