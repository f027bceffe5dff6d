import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls

/*!
    A list of rows to choose from, by mouse or keyboard. Its rows say by activated() that they were chosen.
*/
ListView {
    id: root

    /*! What a screen reader calls the list. */
    required property string name
    /*! Whether rows offer to be taken out of the list. */
    property bool canRemove: false

    /*! The row was clicked, or Enter was pressed on it. */
    signal activated(var row)
    signal removeRequested(var row)
    signal menuRequested(var row, real x, real y)
    /*! Up was pressed on the first row. */
    signal leftAbove

    function focusRow(row: int): void {
        if (root.count === 0)
            return;
        root.currentIndex = Math.max(0, Math.min(root.count - 1, row));
        root.forceActiveFocus(Qt.TabFocusReason);
    }

    function activateCurrent(): void {
        if (root.currentItem !== null)
            root.activated(root.currentItem);
    }

    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    currentIndex: -1
    Accessible.role: Accessible.List
    Accessible.name: root.name
    T.ScrollBar.vertical: AppScrollBar {}

    onActiveFocusChanged: {
        if (root.activeFocus && root.currentIndex < 0)
            root.currentIndex = Math.min(0, root.count - 1);
    }
    Keys.onReturnPressed: root.activateCurrent()
    Keys.onEnterPressed: root.activateCurrent()
    Keys.onSpacePressed: root.activateCurrent()
    Keys.onUpPressed: {
        if (root.currentIndex > 0)
            root.decrementCurrentIndex();
        else
            root.leftAbove();
    }
}
