import QtQuick
import Confab.Theme

/*! A few choices side by side of which one is taken. */
FocusScope {
    id: root

    /*! Each {text, value, iconName?}. */
    property var options: []
    property var currentValue
    property string label

    signal selected(var value)

    implicitWidth: row.implicitWidth + 6
    implicitHeight: Theme.controlHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.hover
    }
    Row {
        id: row

        anchors.centerIn: parent

        Repeater {
            model: root.options
            delegate: Segment {}
            onItemAdded: (index, item) => {
                const segment = item as Segment;
                segment.taken = Qt.binding(() => segment.modelData.value === root.currentValue);
                segment.clicked.connect(() => root.selected(segment.modelData.value));
            }
        }
    }
}
