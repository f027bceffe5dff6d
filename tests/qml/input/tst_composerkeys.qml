import QtQuick
import QtTest
import Confab.Components.Input

TestCase {
    id: test

    name: "ComposerKeys"
    width: 200
    height: 100
    visible: true
    when: windowShown

    Item {
        id: keyboard

        property bool claimed: false

        focus: true
        Keys.onShortcutOverride: event => claimed = keys.claims(event)
        Keys.onPressed: event => event.accepted = keys.handle(event)

        ComposerKeys {
            id: keys
        }
    }
    SignalSpy {
        id: sent

        target: keys
        signalName: "sent"
    }
    SignalSpy {
        id: unwound

        target: keys
        signalName: "unwound"
    }

    function init() {
        keys.isComposing = false;
        keys.isCompleting = false;
        keys.canUnwind = false;
        sent.clear();
        unwound.clear();
        keyboard.forceActiveFocus();
    }

    function test_nothingIsSentWhileAnInputMethodIsAtWork() {
        keys.isComposing = true;
        keyClick(Qt.Key_Return);
        compare(sent.count, 0);
        keys.isComposing = false;
        keyClick(Qt.Key_Return);
        compare(sent.count, 1);
    }

    function test_escapeBelongsToTheWindowWhenThereIsNothingToUnwind() {
        keyClick(Qt.Key_Escape);
        compare(unwound.count, 0);
        keys.canUnwind = true;
        keyClick(Qt.Key_Escape);
        compare(unwound.count, 1);
    }

    function test_otherKeysAreLeftToTheText() {
        keyClick(Qt.Key_Return, Qt.AltModifier);
        keyClick(Qt.Key_A);
        compare(sent.count, 0);
    }
}
