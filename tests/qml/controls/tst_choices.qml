import QtQuick
import QtTest
import Confab.Components.Controls
import "../support/find.js" as Find

TestCase {
    id: test

    name: "Choices"
    width: 400
    height: 300
    visible: true
    when: windowShown

    Component {
        id: checkBox

        AppCheckBox {
            text: "Private room"
            description: "Only those who are invited find it"
        }
    }
    Component {
        id: switchBox

        AppSwitch {
            width: 300
            text: "Private room"
            description: "Only those who are invited find it"
        }
    }
    Component {
        id: radio

        AppRadioButton {
            text: "Mentions"
        }
    }
    Component {
        id: combo

        AppComboBox {
            width: 200
            label: "Language"
            model: ["English", "Deutsch"]
        }
    }
    Component {
        id: slider

        AppSlider {
            width: 200
            from: 0.8
            to: 1.6
            stepSize: 0.1
            value: 1
            label: "Text size"
        }
    }
    Component {
        id: segments

        SegmentedControl {
            property var chosen

            options: [{text: "Light", value: 1}, {text: "Dark", value: 2}]
            currentValue: 1
            onSelected: value => chosen = value
        }
    }
    Component {
        id: tabs

        TabStrip {
            property int chosen: -1

            tabs: [{text: "Members", count: 3}, {text: "Pins"}]
            onSelected: index => chosen = index
        }
    }
    SignalSpy {
        id: toggles

        signalName: "toggled"
    }

    function test_eachWayOfTogglingTogglesOnce_data() {
        return [{tag: "check box", of: checkBox}, {tag: "switch", of: switchBox}];
    }

    function test_eachWayOfTogglingTogglesOnce(data) {
        const made = createTemporaryObject(data.of, test);
        toggles.target = made;
        toggles.clear();
        mouseClick(made, 10, made.height / 2);
        verify(made.checked);
        made.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!made.checked);
        keyClick(Qt.Key_Return);
        verify(made.checked);
        made.Accessible.pressAction();
        verify(!made.checked);
        made.Accessible.toggleAction();
        verify(made.checked);
        compare(toggles.count, 5);
        verify(made.Accessible.checked);
        compare(made.Accessible.name, "Private room");
        compare(made.Accessible.description, "Only those who are invited find it");
    }

    function test_aRadioButtonCannotBeTakenBackByPressingItAgain() {
        const made = createTemporaryObject(radio, test);
        made.Accessible.pressAction();
        verify(made.checked);
        made.Accessible.pressAction();
        verify(made.checked);
    }

    function test_wordsAndDescriptionStandBelowEachOther() {
        const made = createTemporaryObject(checkBox, test);
        const title = Find.text(made.contentItem, "Private room");
        const about = Find.text(made.contentItem, "Only those who are invited find it");
        verify(about.mapToItem(made, 0, 0).y >= title.mapToItem(made, 0, title.height).y);
        verify(made.width >= about.implicitWidth);
    }

    function test_aChoiceIsTakenByKeys() {
        const made = createTemporaryObject(combo, test);
        made.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => made.popup.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(made.currentText, "Deutsch");
        tryVerify(() => !made.popup.visible);
        compare(made.Accessible.name, "Language");
        compare(made.Accessible.description, "Deutsch");
    }

    function test_aScreenReaderMovesTheSlider() {
        const made = createTemporaryObject(slider, test);
        made.Accessible.increaseAction();
        fuzzyCompare(made.value, 1.1, 0.001);
        made.Accessible.decreaseAction();
        fuzzyCompare(made.value, 1, 0.001);
    }

    function test_aSegmentIsTakenWhenItsOwnerSaysSo() {
        const made = createTemporaryObject(segments, test);
        const dark = Find.first(made, item => item.text === "Dark" && item.taken !== undefined);
        mouseClick(dark);
        compare(made.chosen, 2);
        verify(!dark.Accessible.checked, "the owner has not taken it yet");
        made.currentValue = 2;
        verify(dark.Accessible.checked);
    }

    function test_aTabLeadsToItsPart() {
        const made = createTemporaryObject(tabs, test);
        const pins = Find.first(made, item => item.text === "Pins" && item.taken !== undefined);
        pins.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(made.chosen, 1);
        compare(pins.Accessible.role, Accessible.PageTab);
    }
}
