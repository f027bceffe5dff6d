import QtQuick
import QtTest
import Confab.Components.Input
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Composer"
    width: 600
    height: 500
    visible: true
    when: windowShown

    ListModel {
        id: people

        ListElement {
            kind: "person"
            title: "Anna"
            subtitle: "online"
            insert: "@Anna"
            color: "#3b82f6"
            initial: "A"
        }
        ListElement {
            kind: "emoji"
            title: ":tada:"
            subtitle: ""
            insert: "🎉"
            color: ""
            initial: ""
        }
    }
    // Stands for the view-model: it takes what is written and gives it back.
    Component {
        id: composer

        Composer {
            id: made

            property int cursor: -1

            y: 300
            width: 500
            canSend: true
            placeholder: "Message #general"
            onEdited: (text, cursorPosition) => {
                made.text = text;
                made.cursor = cursorPosition;
            }
            onCursorMoved: position => made.cursor = position
        }
    }
    SignalSpy {
        id: spy
    }

    function make(properties, signalName) {
        const made = createTemporaryObject(composer, test, properties || {});
        spy.target = null;
        if (signalName) {
            spy.signalName = signalName;
            spy.target = made;
            spy.clear();
        }
        made.focusInput();
        return made;
    }

    function type(text) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_whatIsWrittenIsTold() {
        const made = make();
        type("hello");
        compare(made.text, "hello");
        compare(made.cursor, 5);
        keyClick(Qt.Key_Home);
        compare(made.cursor, 0);
    }

    function test_itShowsWhatItIsTold() {
        const made = make({text: "a draft"});
        compare(made.area.text, "a draft");
        compare(made.area.cursorPosition, 7);
        made.text = "";
        compare(made.area.text, "");
        made.text = "@Anna ";
        made.moveCursor(2);
        compare(made.area.cursorPosition, 2);
    }

    function test_enterSendsAndShiftEnterBeginsALine() {
        const made = make({text: "a"}, "sendRequested");
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        compare(made.text, "a", "it stays until it is taken away");
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        compare(spy.count, 1);
        compare(made.text, "a\n");
        keyClick(Qt.Key_Enter, Qt.KeypadModifier);
        compare(spy.count, 2);
    }

    function test_enterBeginsALineForThoseWhoWantThat() {
        const made = make({text: "a", enterSends: false}, "sendRequested");
        keyClick(Qt.Key_Return);
        compare(spy.count, 0);
        compare(made.text, "a\n");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        compare(spy.count, 1);
    }

    function test_upInAnEmptyBoxEditsTheLastMessage() {
        const made = make({}, "editLastRequested");
        keyClick(Qt.Key_Up);
        compare(spy.count, 1);
        type("x");
        keyClick(Qt.Key_Up);
        compare(spy.count, 1);
        verify(made.area.activeFocus);
    }

    function test_shiftUpInAnEmptyBoxRepliesToTheLast() {
        make({}, "replyToLastRequested");
        keyClick(Qt.Key_Up, Qt.ShiftModifier);
        compare(spy.count, 1);
    }

    function test_tabLeavesTheBoxInBothDirections() {
        const made = make();
        const box = Find.first(made, item => item.cursorPosition !== undefined);
        type("a");
        keyClick(Qt.Key_Tab);
        compare(made.text, "a");
        verify(!box.activeFocus);
        keyClick(Qt.Key_Backtab);
        verify(box.activeFocus);
    }

    function test_escapeUnwindsOnlyWhatIsThere() {
        make({}, "unwindRequested");
        keyClick(Qt.Key_Escape);
        compare(spy.count, 0);
        make({isReplying: true, replyAuthor: "Bo", replyText: "Hi"}, "unwindRequested");
        keyClick(Qt.Key_Escape);
        compare(spy.count, 1);
        make({isEditing: true}, "unwindRequested");
        mouseClick(Find.first(spy.target, item => item.iconName === "close" && item.visible));
        compare(spy.count, 1);
    }

    function test_suggestionsTakeTheKeysWhileTheyAreThere() {
        const made = make({text: "@a", completions: people, isCompleting: true}, "completionAccepted");
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], 0);
        made.completionIndex = 1;
        keyClick(Qt.Key_Tab);
        compare(spy.signalArguments[1][0], 1);
        verify(made.area.activeFocus);
        made.isCompleting = false;
        spy.signalName = "sendRequested";
        spy.clear();
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
    }

    function test_upAndDownGoRoundTheSuggestions() {
        make({text: "@a", completions: people, isCompleting: true}, "completionMoved");
        keyClick(Qt.Key_Down);
        compare(spy.signalArguments[0][0], 1);
        keyClick(Qt.Key_Up);
        compare(spy.signalArguments[1][0], 1);
    }

    function test_aSuggestionIsTakenByAClick() {
        make({text: "@a", completions: people, isCompleting: true}, "completionAccepted");
        tryVerify(() => Find.text(test.Window.contentItem, ":tada:"));
        mouseClick(Find.text(test.Window.contentItem, ":tada:"));
        compare(spy.signalArguments[0][0], 1);
    }

    function test_noSuggestionsNoPopup() {
        const made = make({text: "a", isCompleting: true}, "sendRequested");
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        verify(made.area.activeFocus);
    }

    function test_theBoxGrowsWithTheTextUpToItsLimit() {
        const made = make({text: "a"});
        const one = made.height;
        made.text = "a\nb\nc";
        tryVerify(() => made.height > one + 20);
        made.text = "x\n".repeat(100);
        tryVerify(() => made.height > 200);
        verify(made.height < 300);
    }

    function test_whereOneMayNotWriteItSaysWhy() {
        const made = make({canPost: false, cannotPostReason: "Only moderators may write here."});
        verify(Find.text(made, "Only moderators may write here."));
        type("x");
        compare(made.text, "");
    }

    function test_problemsAndTheRoomLeftAreShown() {
        const made = make({problem: "It is too long.", showsCharactersLeft: true, charactersLeft: -12});
        compare(Find.text(made, "It is too long.").Accessible.role, Accessible.AlertMessage);
        verify(Find.text(made, "-12"));
    }

    function test_theSendButtonWaitsForSomethingToSend() {
        const made = make({canSend: false}, "sendRequested");
        const button = Find.first(made, item => item.iconName === "send");
        mouseClick(button);
        compare(spy.count, 0);
        made.canSend = true;
        mouseClick(button);
        compare(spy.count, 1);
    }

    function test_theEmojiButtonSaysWhereThePickerBelongs() {
        const made = make({}, "emojiRequested");
        const button = Find.first(made, item => item.iconName === "emoji");
        mouseClick(button);
        compare(spy.signalArguments[0][0], button);
    }
}
