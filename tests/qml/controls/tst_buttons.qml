import QtQuick
import QtTest
import Confab.Components.Controls
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Buttons"
    width: 400
    height: 300
    visible: true
    when: windowShown

    Component {
        id: button

        AppButton {
            text: "Join"
        }
    }
    Component {
        id: iconButton

        IconButton {
            iconName: "search"
            text: "Search"
            shortcut: "Ctrl+F"
        }
    }
    Component {
        id: link

        LinkText {
            text: "Why?"
        }
    }
    Component {
        id: row

        ListRow {
            text: "A row"
        }
    }
    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    function make(component, properties) {
        const made = createTemporaryObject(component, test, properties || {});
        clicks.target = made;
        clicks.clear();
        return made;
    }

    function test_eachWayOfPressingClicksOnce_data() {
        return [{tag: "button", of: button}, {tag: "icon button", of: iconButton}, {tag: "link", of: link}, {tag: "row", of: row}];
    }

    function test_eachWayOfPressingClicksOnce(data) {
        const made = make(data.of);
        mouseClick(made);
        compare(clicks.count, 1);
        made.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(clicks.count, 2);
        keyClick(Qt.Key_Return);
        compare(clicks.count, 3);
        keyClick(Qt.Key_Enter);
        compare(clicks.count, 4);
        made.Accessible.pressAction();
        compare(clicks.count, 5);
    }

    function test_sayWhatTheyAreAndDo() {
        compare(make(button).Accessible.role, Accessible.Button);
        compare(make(button).Accessible.name, "Join");
        compare(make(iconButton).Accessible.name, "Search");
        compare(make(link).Accessible.role, Accessible.Link);
        compare(make(row).Accessible.name, "A row");
    }

    function test_theKeyboardsFocusIsSeenAndTheMousesIsNot() {
        const made = make(button);
        const frame = Find.first(made, item => item.shown !== undefined && item.gap !== undefined);
        made.forceActiveFocus(Qt.MouseFocusReason);
        verify(!frame.visible);
        made.focus = false;
        made.forceActiveFocus(Qt.TabFocusReason);
        verify(frame.visible);
    }

    function test_aBusyButtonCannotBePressed() {
        const made = make(button, {busy: true});
        mouseClick(made);
        compare(clicks.count, 0);
        verify(Find.first(made, item => item.step !== undefined && item.visible), "it shows that it works");
    }

    function test_aDisabledButtonDoesNothing() {
        const made = make(button, {enabled: false});
        mouseClick(made);
        made.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(clicks.count, 0);
    }

    function test_aButtonIsAsWideAsItsWords() {
        const made = make(button, {text: "A rather long label for a button", iconName: "send"});
        const label = Find.text(made.contentItem, made.text);
        verify(!label.truncated);
        verify(label.mapToItem(made, label.width, 0).x <= made.width - 8);
    }

    function test_markupInItsWordsIsShownAsItIs() {
        const made = make(button, {text: "<b>x</b>"});
        compare(Find.text(made.contentItem, made.text).textFormat, Text.PlainText);
    }

    function test_returnChecksWhatCanBeChecked() {
        const made = make(iconButton, {checkable: true});
        made.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        verify(made.checked);
        keyClick(Qt.Key_Return);
        verify(!made.checked);
    }

    function test_thePointerBringsUpATipWithTheShortcut() {
        const made = make(iconButton);
        verify(!Find.first(made, item => item.shortcut === "Ctrl+F" && item !== made));
        mouseMove(made, 5, 5);
        tryVerify(() => Find.first(made, item => item.shortcut === "Ctrl+F" && item !== made));
    }
}
