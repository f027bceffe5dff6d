import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Theme
import Confab.ViewModels

/*!
    The messages of a room, newest at the bottom. What is being read never moves: new messages push it up only when the
    view is at the bottom. Pages above and below are asked for two screens before the end is reached.
*/
ListView {
    id: root

    required property RoomViewModel room
    /*! Somebody is looking at the window. */
    required property bool isWatched

    /*! How far the newest loaded message is below what is shown, in pixels. */
    readonly property real distanceBelow: root.originY + root.contentHeight - root.contentY - root.height
    readonly property real distanceAbove: root.contentY - root.originY
    readonly property bool isAtLatest: !root.room.hasNewer && root.distanceBelow <= internal.nearness
    /*! The day of the topmost message that is shown. */
    readonly property string dayInView: internal.dayInView

    /*! Keys go to the list, not to something in a row. */
    readonly property bool hasKeys: root.activeFocus
        && (root.Window.activeFocusItem === root || root.Window.activeFocusItem === root.currentItem)
    /*! The row that has the toolbar; null: none. */
    property MessageRow rowWithToolbar: null
    /*! The row whose menu is open; null: none. */
    property MessageRow rowWithMenu: null

    /*! Down was pressed on the newest message. */
    signal leftBelow

    signal rowEntered(MessageRow row)
    signal linkActivated(string link)
    signal authorActivated(MessageRow row)
    signal quoteActivated(string key)
    signal reactionToggled(string key, string emoji)
    signal reactionRequested(string key, Item item)
    signal codeCopied(string text)
    signal retryRequested(string key)
    signal editRequested(string key)
    signal discardRequested(string key)
    signal dayActivated(int row)
    signal menuRequested(MessageRow row, real x, real y)

    function topRow(): int {
        return root.indexAt(root.width / 2, root.contentY + Theme.space2);
    }

    function bottomRow(): int {
        const row = root.indexAt(root.width / 2, root.contentY + root.height - Theme.space2);
        return row < 0 && root.count > 0 && root.distanceBelow < root.height ? 0 : row;
    }

    function currentRow(): MessageRow {
        return root.currentItem as MessageRow;
    }

    /*! By screens; up is negative. */
    function scrollBy(screens: real): void {
        root.cancelFlick();
        const to = root.contentY + screens * root.height;
        const lowest = root.originY + root.contentHeight - root.height;
        root.contentY = Math.round(Math.max(Math.min(root.originY, lowest), Math.min(lowest, to)));
        root.chooseWhetherToStick();
    }

    function moveTo(row: int): void {
        root.currentIndex = Math.max(0, Math.min(root.count - 1, row));
        root.positionViewAtIndex(root.currentIndex, ListView.Contain);
        root.chooseWhetherToStick();
    }

    function show(row: int, flash: bool): void {
        root.cancelFlick();
        root.forceLayout();
        const mode = row === 0 && !flash ? ListView.Beginning : ListView.Center;
        // The first time it goes by estimated heights, the second by real ones.
        root.positionViewAtIndex(row, mode);
        root.forceLayout();
        root.positionViewAtIndex(row, mode);
        root.returnToBounds();
        root.chooseWhetherToStick();
        const shown = root.itemAtIndex(row) as MessageRow;
        if (flash && shown !== null)
            shown.flash();
    }

    function loadPages(): void {
        if (root.room.isLoading || root.height <= 0)
            return;
        // A page that brought nothing is not asked for again before somebody scrolls.
        if (root.room.hasOlder && root.distanceAbove < 2 * root.height && internal.countAbove !== root.count) {
            internal.countAbove = root.count;
            root.room.loadOlder();
        } else if (root.room.hasNewer && root.distanceBelow < 2 * root.height && internal.countBelow !== root.count) {
            internal.countBelow = root.count;
            root.room.loadNewer();
        }
    }

    /*! What is at the top of the view stays there, whatever the model does next. */
    function holdPlace(): void {
        if (internal.sticks || root.moving)
            return;
        if (internal.heldRow < 0) {
            const row = root.itemAt(root.width / 2, root.contentY + Theme.space2);
            internal.heldRow = root.topRow();
            internal.heldPlace = row === null ? 0 : row.y - root.contentY;
        }
        release.restart();
        settling.restart();
    }

    function restorePlace(): void {
        root.forceLayout();
        if (root.itemAtIndex(internal.heldRow) === null) {
            root.positionViewAtIndex(internal.heldRow, ListView.Center);
            root.forceLayout();
        }
        const row = root.itemAtIndex(internal.heldRow);
        if (row !== null)
            root.contentY = row.y - internal.heldPlace;
    }

    function settle(): void {
        if (internal.heldRow >= 0)
            root.restorePlace();
        else if (internal.sticks && root.distanceBelow !== 0)
            root.positionViewAtBeginning();
        root.loadPages();
    }

    /*! To be called when the view has been moved on purpose. */
    function chooseWhetherToStick(): void {
        const below = root.originY + root.contentHeight - root.contentY - root.height;
        internal.sticks = !root.room.hasNewer && below <= internal.nearness;
        internal.heldRow = -1;
        internal.countAbove = -1;
        internal.countBelow = -1;
    }

    function look(): void {
        const row = root.itemAt(root.width / 2, root.contentY + Theme.space2) as MessageRow;
        internal.dayInView = row === null || row.showDay ? "" : row.dayText;
        if (root.moving || bar.pressed)
            root.chooseWhetherToStick();
        pages.restart();
        seen.restart();
    }

    verticalLayoutDirection: ListView.BottomToTop
    boundsBehavior: Flickable.StopAtBounds
    pixelAligned: true
    clip: true
    cacheBuffer: 400
    keyNavigationEnabled: false
    highlightFollowsCurrentItem: false
    currentIndex: -1
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Messages")
    T.ScrollBar.vertical: AppScrollBar {
        id: bar
    }

    onContentYChanged: root.look()
    onMovementEnded: root.chooseWhetherToStick()
    onContentHeightChanged: settling.restart()
    onOriginYChanged: settling.restart()
    onCountChanged: seen.restart()
    onIsWatchedChanged: seen.restart()
    onHeightChanged: settling.restart()
    onActiveFocusChanged: {
        if (root.activeFocus && root.currentRow() === null)
            root.currentIndex = Math.max(0, root.bottomRow());
    }

    Keys.onUpPressed: root.moveTo(root.currentIndex + 1)
    Keys.onDownPressed: {
        if (root.currentIndex <= 0)
            root.leftBelow();
        else
            root.moveTo(root.currentIndex - 1);
    }
    Keys.onPressed: event => {
        if (event.modifiers & ~Qt.KeypadModifier)
            return;
        if (event.key === Qt.Key_PageUp)
            root.scrollBy(-0.9);
        else if (event.key === Qt.Key_PageDown)
            root.scrollBy(0.9);
        else if (event.key === Qt.Key_Home)
            root.moveTo(root.count - 1);
        else if (event.key === Qt.Key_End)
            root.room.jumpToLatest();
        else
            return;
        event.accepted = true;
    }

    QtObject {
        id: internal

        /*! The view counts as at the bottom when it is so near, in pixels. */
        readonly property int nearness: 16
        /*! Whether the view stays at the bottom when something comes or grows there. */
        property bool sticks: true
        property string dayInView
        /*! How many rows there were when the last page was asked for; below 0: none was. */
        property int countAbove: -1
        property int countBelow: -1
        /*! The row that stays where it is in the view; below 0: none has to. */
        property int heldRow: -1
        property real heldPlace: 0
    }

    Binding {
        target: root.room
        property: "isAtLatest"
        value: root.isAtLatest
    }
    Binding {
        target: root.room
        property: "windowActive"
        value: root.isWatched
    }

    // When the list has laid out what has changed.
    Timer {
        id: settling
        interval: 0
        onTriggered: root.settle()
    }
    // By then rows have the heights that they keep.
    Timer {
        id: release
        interval: 100
        onTriggered: {
            root.settle();
            internal.heldRow = -1;
        }
    }
    Timer {
        id: pages
        interval: 0
        onTriggered: root.loadPages()
    }
    Timer {
        id: seen
        interval: 150
        onTriggered: {
            const newest = root.bottomRow();
            const oldest = root.topRow();
            if (!root.isWatched || newest < 0)
                return;
            root.room.markSeen(newest);
            root.room.markSeen(oldest < 0 ? root.count - 1 : oldest);
        }
    }

    Connections {
        target: root.room

        function onPositionRequested(row: int, flash: bool): void {
            root.show(row, flash);
            root.look();
        }
        function onIsLoadingChanged(): void {
            pages.restart();
        }
        function onHasOlderChanged(): void {
            pages.restart();
        }
        function onHasNewerChanged(): void {
            if (root.room.hasNewer)
                internal.sticks = false;
            pages.restart();
        }
    }
    // The list itself follows what comes below as long as the newest message is in view, and moves what is above when
    // something below gets another height.
    Connections {
        target: root.room.timeline

        function onRowsAboutToBeInserted(parent: var, first: int, last: int): void {
            if (first === 0)
                root.holdPlace();
            if (first <= internal.heldRow)
                internal.heldRow += last - first + 1;
        }
        function onRowsAboutToBeRemoved(parent: var, first: int, last: int): void {
            if (last < internal.heldRow)
                internal.heldRow -= last - first + 1;
            else if (first <= internal.heldRow)
                internal.heldRow = -1;
        }
        function onModelReset(): void {
            internal.heldRow = -1;
            internal.countAbove = -1;
            internal.countBelow = -1;
        }
        function onDataChanged(): void {
            root.holdPlace();
        }
    }
}
