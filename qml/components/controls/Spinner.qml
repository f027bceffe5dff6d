import QtQuick
import Confab.Theme

/*! Says that something is going on: dots in a ring, one after the other brighter. */
Item {
    id: root

    property bool running: true
    property int size: Theme.icon
    property color color: Theme.accentText
    property int step: 0

    implicitWidth: size
    implicitHeight: size
    visible: running
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working")

    Timer {
        interval: 90
        repeat: true
        running: root.running && root.visible && !Theme.reducedMotion
        onTriggered: root.step = (root.step + 1) % 8
    }

    Repeater {
        model: 8
        delegate: SpinnerDot {}
        onItemAdded: (index, item) => {
            const dot = item as SpinnerDot;
            dot.size = Qt.binding(() => root.size);
            dot.step = Qt.binding(() => root.step);
            dot.color = Qt.binding(() => root.color);
        }
    }
}
