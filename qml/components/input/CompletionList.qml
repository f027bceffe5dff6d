import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls

/*! The suggestions of a CompletionPopup. */
ListView {
    id: root

    signal accepted(int index)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    delegate: CompletionRow {}
    T.ScrollBar.vertical: AppScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Suggestions")
}
