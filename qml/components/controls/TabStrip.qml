import QtQuick
import Confab.Theme

/*! The parts of a panel of which one is shown. */
FocusScope {
    id: root

    /*! Each {text, iconName?, count?}. */
    property var tabs: []
    property int currentIndex: 0
    property string label

    signal selected(int index)

    implicitWidth: row.implicitWidth
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

        Repeater {
            model: root.tabs
            delegate: TabButton {}
            onItemAdded: (index, item) => {
                const tab = item as TabButton;
                tab.taken = Qt.binding(() => tab.index === root.currentIndex);
                tab.clicked.connect(() => root.selected(tab.index));
            }
        }
    }
}
