import QtQuick
import QtTest

import Confab.Pages.Chat
import Confab.ViewModels

TestCase {
    id: test

    name: "MessageList"
    when: windowShown
    width: 600
    height: 500
    visible: true

    Component {
        id: scene

        Item {
            id: room

            readonly property RoomViewModel room: RoomViewModel {
                pageSize: 50
            }
            readonly property alias list: list

            width: 600
            height: 500

            MessageList {
                id: list
                width: parent.width
                height: parent.height
                room: room.room
                isWatched: true
                model: room.room.timeline
                delegate: MessageLine {}
            }
        }
    }

    function made(): var {
        const made = createTemporaryObject(scene, test);
        waitForRendering(made);
        tryVerify(() => made.list.itemAtIndex(0) !== null);
        tryCompare(made.list, "distanceBelow", 0);
        return made;
    }

    /*! Where a row is in the view. */
    function placeOf(list, key) {
        for (let i = 0; i < list.count; ++i) {
            const row = list.itemAtIndex(i);
            if (row !== null && row.key === key)
                return row.y - list.contentY;
        }
        return NaN;
    }

    function scrolledUp(made, screens) {
        made.list.scrollBy(-screens);
        waitForRendering(made.list);
        tryVerify(() => !made.room.isLoading);
        waitForRendering(made.list);
    }

    function test_itOpensAtTheNewestMessage() {
        const made = test.made();
        compare(made.list.bottomRow(), 0);
        verify(made.room.isAtLatest);
    }

    function test_aNewMessageIsShownWhenTheViewIsAtTheBottom() {
        const made = test.made();
        made.room.arrive();
        tryCompare(made.list, "distanceBelow", 0);
        tryVerify(() => made.list.itemAtIndex(0).key === "new1");
    }

    function test_aNewMessageDoesNotMoveTextThatIsBeingRead() {
        const made = test.made();
        test.scrolledUp(made, 1.5);
        const key = made.list.itemAtIndex(made.list.topRow()).key;
        const before = test.placeOf(made.list, key);
        for (let i = 0; i < 5; ++i) {
            made.room.arrive();
            waitForRendering(made.list);
        }
        compare(test.placeOf(made.list, key), before);
        verify(!made.room.isAtLatest);
    }

    function test_aNewMessageDoesNotMoveTextWhileTheNewestIsStillInView() {
        const made = test.made();
        made.list.scrollBy(-40 / made.list.height);
        waitForRendering(made.list);
        const key = made.list.itemAtIndex(made.list.topRow()).key;
        const before = test.placeOf(made.list, key);
        made.room.arrive();
        wait(50);
        fuzzyCompare(test.placeOf(made.list, key), before, 1);
        verify(made.list.distanceBelow > 40);
    }

    function test_aReactionBelowDoesNotMoveTextThatIsBeingRead() {
        const made = test.made();
        made.list.scrollBy(-200 / made.list.height);
        waitForRendering(made.list);
        const key = made.list.itemAtIndex(made.list.topRow()).key;
        const before = test.placeOf(made.list, key);
        made.room.timeline.change(1, "reactions", [{emoji: "👍", count: 1, isMine: true, names: "Ann"}]);
        made.room.timeline.change(0, "reactions", [{emoji: "👍", count: 1, isMine: true, names: "Ann"}]);
        wait(50);
        fuzzyCompare(test.placeOf(made.list, key), before, 1);
    }

    function test_aPageBelowDoesNotMoveTextAtTheLowerEdge() {
        const made = test.made();
        made.room.hasNewer = true;
        const key = made.list.itemAtIndex(made.list.topRow()).key;
        const before = test.placeOf(made.list, key);
        made.room.arriveMany(30);
        tryVerify(() => made.list.itemAtIndex(30) !== null);
        tryVerify(() => Math.abs(test.placeOf(made.list, key) - before) <= 1);
    }

    function test_olderPagesAreAskedForBeforeTheEdgeAndMoveNothing() {
        const made = test.made();
        const first = made.list.count;
        for (let i = 0; i < 12; ++i) {
            const key = made.list.itemAtIndex(made.list.topRow()).key;
            const before = test.placeOf(made.list, key);
            const contentY = made.list.contentY;
            made.list.scrollBy(-0.5);
            const moved = contentY - made.list.contentY;
            waitForRendering(made.list);
            tryVerify(() => !made.room.isLoading);
            waitForRendering(made.list);
            fuzzyCompare(test.placeOf(made.list, key), before + moved, 1);
            verify(made.list.distanceAbove > 0);
        }
        verify(made.list.count > first);
    }

    function test_aPageThatBringsNothingIsNotAskedForAgainAndAgain() {
        const made = createTemporaryObject(scene, test, {});
        made.room.pageSize = 0;
        made.room.timeline.rows = made.room.page(5);
        made.room.calls = [];
        wait(500);
        verify(made.room.calls.filter(call => call === "loadOlder").length <= 2, made.room.calls.join());
    }

    function test_aJumpShowsTheRowInTheMiddle() {
        const made = test.made();
        made.room.positionRequested(40, true);
        waitForRendering(made.list);
        const row = made.list.itemAtIndex(40);
        const middle = row.y - made.list.contentY + row.height / 2;
        verify(Math.abs(middle - made.list.height / 2) < made.list.height / 4, "it is at " + middle);
    }

    function test_theJumpBackToTheLatestEndsAtTheBottom() {
        const made = test.made();
        test.scrolledUp(made, 3);
        made.room.positionRequested(0, false);
        tryCompare(made.list, "distanceBelow", 0);
        tryCompare(made.room, "isAtLatest", true);
    }

    function test_theLowerEdgeStaysWhenTheBoxBelowGrows() {
        const made = test.made();
        test.scrolledUp(made, 1.5);
        const key = made.list.itemAtIndex(made.list.bottomRow()).key;
        const before = made.list.height - test.placeOf(made.list, key);
        made.height = 420;
        waitForRendering(made.list);
        fuzzyCompare(made.list.height - test.placeOf(made.list, key), before, 1);
    }

    function test_theBottomStaysWhenTheBoxBelowGrows() {
        const made = test.made();
        made.height = 420;
        tryCompare(made.list, "distanceBelow", 0);
    }

    function test_theBottomStaysWhenTheNewestMessageGrows() {
        const made = test.made();
        made.room.timeline.change(0, "reactions", [{emoji: "👍", count: 1, isMine: true, names: "Ann"}]);
        waitForRendering(made.list);
        tryCompare(made.list, "distanceBelow", 0);
    }

    function test_whatIsShownCountsAsSeenOnlyWhileSomebodyLooks() {
        const made = test.made();
        tryVerify(() => made.room.calls.includes("markSeen 0"));
        made.list.isWatched = false;
        made.room.calls = [];
        made.room.arrive();
        waitForRendering(made.list);
        wait(300);
        verify(!made.room.calls.some(call => call.startsWith("markSeen")));
        made.list.isWatched = true;
        tryVerify(() => made.room.calls.includes("markSeen 0"));
    }

    function test_theArrowsGoFromMessageToMessage() {
        const made = test.made();
        made.list.forceActiveFocus();
        compare(made.list.currentIndex, 0);
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Up);
        compare(made.list.currentIndex, 2);
        verify(made.list.itemAtIndex(2).focused);
        keyClick(Qt.Key_Down);
        compare(made.list.currentIndex, 1);
    }
}
