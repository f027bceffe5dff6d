import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls

/*! All emoji in rows. */
GridView {
    id: root

    /*! Whether the keys move through it, so that it shows where one is. */
    property bool usesKeys: false

    /*! The group of what is at the top. */
    property string topGroup
    readonly property string currentName: currentItem ? (currentItem as EmojiGridCell).name : ""

    signal chosen(string emoji)

    function findTopGroup(): void {
        const cell = itemAt(1, contentY + cellHeight / 2) as EmojiGridCell;
        topGroup = cell ? cell.group : "";
    }

    function chooseCurrent(): void {
        if (currentItem)
            chosen((currentItem as EmojiGridCell).emoji);
    }

    cellWidth: Math.floor(width / Math.max(1, Math.floor(width / 42)))
    cellHeight: 42
    clip: true
    reuseItems: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    keyNavigationEnabled: true
    delegate: EmojiGridCell {}
    onContentYChanged: later.restart()
    onCountChanged: later.restart()
    onHeightChanged: later.restart()
    T.ScrollBar.vertical: AppScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Emoji")

    // The cells are not there yet when what they depend on changes.
    Timer {
        id: later

        interval: 0
        onTriggered: root.findTopGroup()
    }
}
