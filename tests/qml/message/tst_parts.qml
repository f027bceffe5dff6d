import QtQuick
import QtTest
import Confab.Components.Message
import "../support/find.js" as Find

TestCase {
    id: test

    name: "MessageParts"
    width: 640
    height: 400
    visible: true
    when: windowShown

    Component {
        id: jump

        JumpButton {}
    }
    Component {
        id: typing

        TypingLine {}
    }
    Component {
        id: pin

        PinRow {
            width: 300
            authorName: "Anna"
            time: "10:24"
            text: "<i>Wi-Fi</i>: guest"
        }
    }
    Component {
        id: result

        SearchResultRow {
            width: 300
            roomName: "general"
            authorName: "Anna"
            timeText: "Monday"
            snippetHtml: "before the <b>release</b>"
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

    function test_aButtonWithoutWordsStillHasAName() {
        compare(createTemporaryObject(jump, test).Accessible.name, "Go to the newest message");
        compare(createTemporaryObject(jump, test, {text: "12 new"}).Accessible.name, "12 new");
    }

    function test_nothingJumpsWhenSomebodyBeginsToType() {
        const made = createTemporaryObject(typing, test);
        const height = made.implicitHeight;
        made.text = "Anna is typing";
        compare(made.implicitHeight, height);
        compare(made.Accessible.name, "Anna is typing");
    }

    function test_aPinShowsItsTextAsItIsAndLeadsThere() {
        const made = createTemporaryObject(pin, test);
        compare(Find.text(made, "<i>Wi-Fi</i>: guest").textFormat, Text.PlainText);
        watch(made, "clicked");
        mouseClick(made, 100, made.height - 10);
        compare(spy.count, 1);
    }

    function test_onlyThoseWhoMayUnpinAreOfferedTo() {
        const made = createTemporaryObject(pin, test, {canUnpin: true});
        mouseMove(made, 100, 10);
        tryVerify(() => Find.first(made, item => item.iconName === "pin-off" && item.visible));
        watch(made, "unpinRequested");
        mouseClick(Find.first(made, item => item.iconName === "pin-off"));
        compare(spy.count, 1);
        made.canUnpin = false;
        verify(!Find.first(made, item => item.iconName === "pin-off" && item.visible));
    }

    function test_whatWasFoundSaysWhereItIs() {
        const made = createTemporaryObject(result, test);
        compare(made.Accessible.name, "Anna, general, Monday");
        compare(Find.text(made, "before the <b>release</b>").textFormat, Text.StyledText);
        compare(Find.text(made, "general").textFormat, Text.PlainText);
    }
}
