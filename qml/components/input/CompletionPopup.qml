import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! What the word being written may become. The focus stays where one writes. */
T.Popup {
    id: root

    property alias model: list.model
    property alias currentIndex: list.currentIndex
    property alias count: list.count

    signal accepted(int index)

    x: mirrored && parent ? parent.width - width : 0
    y: -height - Theme.space2
    implicitWidth: Math.min(parent ? parent.width : 380, 380)
    implicitHeight: Math.min(list.contentHeight, Theme.rowHeight * 7) + topPadding + bottomPadding
    padding: Theme.space1
    focus: false
    closePolicy: T.Popup.NoAutoClose

    contentItem: CompletionList {
        id: list

        onAccepted: index => root.accepted(index)
    }

    background: PopupBackground {}
}
