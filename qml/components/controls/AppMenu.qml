import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A menu, as wide as its longest line. Open it with popup(), at the pointer, or popup(item), at an item. */
T.Menu {
    id: root

    property int widest: 180

    function measure(): void {
        let width = 180;
        for (let i = 0; i < count; ++i)
            width = Math.max(width, itemAt(i).implicitWidth);
        widest = width;
    }

    implicitWidth: widest + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.space2
    padding: Theme.space1
    overlap: 1
    onAboutToShow: root.measure()

    delegate: AppMenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        model: root.contentModel
        currentIndex: root.currentIndex
        interactive: contentHeight > height
        clip: interactive
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.title.length > 0 ? root.title : qsTr("Menu")
    }

    background: PopupBackground {}
}
