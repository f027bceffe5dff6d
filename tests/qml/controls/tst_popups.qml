import QtQuick
import QtTest
import Confab.Components.Controls
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Popups"
    width: 500
    height: 400
    visible: true
    when: windowShown

    Component {
        id: menu

        AppMenu {
            property int replies: 0

            AppMenuItem {
                text: "Reply"
                onTriggered: ++replies
            }
            AppMenuItem {
                text: "A line that is rather long"
            }
        }
    }
    Component {
        id: dialog

        AppDialog {
            title: "Stop hosting?"
            text: "Three people are connected."
            primaryText: "Stop"
        }
    }
    Component {
        id: toast

        Toast {}
    }
    Component {
        id: banner

        Banner {
            text: "Not connected"
            actionText: "Retry"
            closable: true
        }
    }
    SignalSpy {
        id: spy
    }

    function watch(target, signalName) {
        spy.target = null;
        spy.signalName = signalName;
        spy.target = target;
        spy.clear();
    }

    function test_aMenuIsAsWideAsItsLongestLine() {
        const made = createTemporaryObject(menu, test);
        made.open();
        tryVerify(() => made.opened);
        verify(made.width >= made.itemAt(1).implicitWidth);
        made.close();
    }

    function test_aMenuIsUsedByKeys() {
        const made = createTemporaryObject(menu, test);
        made.open();
        tryVerify(() => made.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(made.replies, 1);
        tryVerify(() => !made.visible);
    }

    function test_escapeIsNo() {
        const made = createTemporaryObject(dialog, test);
        watch(made, "rejected");
        made.open();
        tryVerify(() => made.opened);
        keyClick(Qt.Key_Escape);
        compare(spy.count, 1);
        tryVerify(() => !made.visible);
    }

    function test_thePrimaryButtonIsYes() {
        const made = createTemporaryObject(dialog, test);
        watch(made, "accepted");
        made.open();
        tryVerify(() => made.opened);
        mouseClick(Find.first(made.footer, item => item.text === "Stop" && item.kind !== undefined));
        compare(spy.count, 1);
    }

    function test_yesWaitsUntilItMaySo() {
        const made = createTemporaryObject(dialog, test, {primaryEnabled: false});
        watch(made, "accepted");
        made.open();
        tryVerify(() => made.opened);
        mouseClick(Find.first(made.footer, item => item.text === "Stop" && item.kind !== undefined));
        compare(spy.count, 0);
        made.close();
    }

    function test_aToastGoesAwayByItself() {
        const made = createTemporaryObject(toast, test, {duration: 1});
        made.show("Copied", "check", "");
        compare(made.Accessible.name, "Copied");
        compare(made.Accessible.role, Accessible.AlertMessage);
        tryVerify(() => !made.open && !made.visible);
    }

    function test_aToastsActionIsDoneOnceAndHidesIt() {
        const made = createTemporaryObject(toast, test);
        watch(made, "actionTriggered");
        made.show("Deleted", "", "Undo");
        tryCompare(made, "opacity", 1);
        mouseClick(Find.first(made, item => item.text === "Undo" && item.ink !== undefined));
        compare(spy.count, 1);
        tryVerify(() => !made.open);
    }

    function test_aBannerOffersWhatCanBeDone() {
        const made = createTemporaryObject(banner, test, {width: 500});
        watch(made, "actionTriggered");
        mouseClick(Find.first(made, item => item.text === "Retry" && item.kind !== undefined));
        compare(spy.count, 1);
        watch(made, "closed");
        mouseClick(Find.first(made, item => item.iconName === "close"));
        compare(spy.count, 1);
    }
}
