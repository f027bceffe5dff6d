import QtQuick
import QtTest
import Confab.Components.Controls
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Tabs"
    width: 600
    height: 200
    visible: true
    when: windowShown

    Component {
        id: strip

        TabStrip {
            tabs: [{text: "Everybody who is here"}, {text: "Everything that was said"}, {text: "Everything pinned"}]
        }
    }

    function lastTab(made) {
        return Find.first(made, item => item.index === 2 && item.taken !== undefined);
    }

    function test_tabsAreAsWideAsTheirTextsWhereThereIsRoom() {
        const made = createTemporaryObject(strip, test);
        made.width = made.implicitWidth;
        const last = lastTab(made);
        compare(last.width, last.implicitWidth);
        compare(last.x + last.width, made.width);
    }

    function test_whereThereIsNoRoomTheyShareWhatThereIs() {
        const made = createTemporaryObject(strip, test, {width: 240});
        const last = lastTab(made);
        verify(made.implicitWidth > 240);
        verify(last.width < last.implicitWidth);
        fuzzyCompare(last.x + last.width, 240, 0.5);
    }
}
