import QtQuick
import Confab.Theme

/*! The parts of a panel of which one is shown. */
FocusScope {
    id: root

    /*! Each {text, iconName?, count?}. */
    property var tabs: []
    property int currentIndex: 0
    property string label

    /*! The room that all tabs would take. */
    readonly property real wanted: {
        let sum = 0;
        for (let i = 0; i < row.made; ++i) {
            const tab = repeater.itemAt(i) as TabButton;
            sum += tab === null ? 0 : tab.implicitWidth;
        }
        return sum;
    }

    signal selected(int index)

    implicitWidth: wanted
    implicitHeight: Theme.controlHeight + Theme.space2
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    Row {
        id: row

        /*! How many tabs there are by now. */
        property int made: 0

        Repeater {
            id: repeater
            model: root.tabs
            delegate: TabButton {}
            onItemAdded: (index, item) => {
                const tab = item as TabButton;
                row.made = Math.max(row.made, index + 1);
                tab.widest = Qt.binding(() => root.wanted > root.width ? tab.implicitWidth * root.width / root.wanted : Infinity);
                tab.taken = Qt.binding(() => tab.index === root.currentIndex);
                tab.clicked.connect(() => root.selected(tab.index));
            }
        }
    }
}
