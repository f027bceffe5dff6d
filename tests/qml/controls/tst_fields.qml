import QtQuick
import QtTest
import Confab.Components.Controls
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Fields"
    width: 400
    height: 300
    visible: true
    when: windowShown

    Component {
        id: textField

        AppTextField {
            width: 300
            label: "Your name"
        }
    }
    Component {
        id: textArea

        AppTextArea {
            width: 300
            label: "Topic"
        }
    }
    Component {
        id: searchField

        SearchField {
            width: 300
        }
    }
    Component {
        id: copyField

        CopyField {
            width: 400
            label: "Invite link"
            text: "confab://192.168.1.20:8418/a-chat-with-a-rather-long-name"
        }
    }
    SignalSpy {
        id: spy
    }

    function make(component, properties, signalName) {
        const made = createTemporaryObject(component, test, properties || {});
        spy.target = null;
        spy.signalName = signalName || "edited";
        spy.target = made;
        spy.clear();
        made.forceActiveFocus();
        return made;
    }

    function type(text) {
        for (const letter of text)
            keyClick(letter);
    }

    function test_theLabelIsWhatAScreenReaderSaysOfTheBox() {
        const made = make(textField, {problem: "Taken"});
        compare(made.field.Accessible.name, "Your name");
        compare(made.field.Accessible.description, "Taken");
        compare(made.field.Accessible.role, Accessible.EditableText);
    }

    function test_theFocusGoesIntoTheBox_data() {
        return [{tag: "text", of: textField}, {tag: "search", of: searchField}, {tag: "area", of: textArea}];
    }

    function test_theFocusGoesIntoTheBox(data) {
        const made = make(data.of);
        type("ab");
        compare(made.text, "ab");
    }

    function test_onlyWhatPeopleWriteCountsAsEdited() {
        const made = make(textField);
        made.text = "set";
        compare(spy.count, 0);
        type("x");
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], "setx");
    }

    function test_aProblemTakesThePlaceOfTheHint() {
        const made = make(textField, {hint: "Others see it"});
        verify(Find.text(made, "Others see it"));
        made.problem = "Taken";
        verify(!Find.text(made, "Others see it"));
        verify(Find.text(made, "Taken"));
    }

    function test_aPasswordIsHiddenUntilOneLooks() {
        const made = make(textField, {secret: true});
        type("pw");
        compare(made.field.displayText.indexOf("p"), -1);
        verify(made.field.Accessible.passwordEdit);
        mouseClick(Find.first(made, item => item.iconName === "eye" && item.visible));
        compare(made.field.displayText, "pw");
    }

    function test_clearingIsAnEdit() {
        const made = make(textField, {clearable: true, text: "abc"});
        mouseClick(Find.first(made, item => item.iconName === "close" && item.visible));
        compare(made.text, "");
        compare(spy.count, 1);
        verify(made.field.activeFocus);
    }

    function test_escapeClearsASearchOnceAndIsThenPassedOn() {
        const made = make(searchField, {text: "abc"}, "cleared");
        keyClick(Qt.Key_Escape);
        compare(made.text, "");
        compare(spy.count, 1);
        keyClick(Qt.Key_Escape);
        compare(spy.count, 1);
    }

    function test_upAndDownOfASearchAreForTheListBelow() {
        make(searchField, {}, "downPressed");
        keyClick(Qt.Key_Down);
        compare(spy.count, 1);
    }

    function test_anAreaGrowsUpToItsLimitAndNoFurther() {
        const made = make(textArea, {maximumHeight: 120});
        const before = made.height;
        made.text = "a\nb\nc\nd\ne";
        tryVerify(() => made.height > before);
        made.text = "x\n".repeat(60);
        tryVerify(() => made.area.height > 300);
        verify(made.height < 120 + 60);
    }

    function test_aRightClickOffersToPaste() {
        const made = make(textField, {text: "abc"});
        mouseClick(made.field, 20, 10, Qt.RightButton);
        tryVerify(() => Find.text(test.Window.contentItem, "Paste"));
        keyClick(Qt.Key_Escape);
    }

    function test_aLinkToCopyShowsItsBeginning() {
        const made = make(copyField, {}, "copyRequested");
        compare(made.copied, false);
        mouseClick(Find.first(made, item => item.iconName === "copy" && item.visible));
        compare(spy.count, 1);
        verify(made.copied);
    }
}
