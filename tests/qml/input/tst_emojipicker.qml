import QtQuick
import QtTest
import Confab.Components.Input
import "../support/find.js" as Find

TestCase {
    id: test

    name: "EmojiPicker"
    width: 500
    height: 500
    visible: true
    when: windowShown

    ListModel {
        id: emoji
    }
    Component {
        id: picker

        EmojiPicker {
            model: emoji
            recent: ["👍", "🎉"]
        }
    }
    SignalSpy {
        id: chosen

        signalName: "chosen"
    }
    SignalSpy {
        id: queries

        signalName: "queryEdited"
    }

    function initTestCase() {
        for (let i = 0; i < 120; ++i)
            emoji.append({emoji: i === 9 ? "🐙" : "😀", name: i === 9 ? "octopus" : "face", group: i < 60 ? "Smileys" : "Animals"});
    }

    function make() {
        const made = createTemporaryObject(picker, test);
        chosen.target = queries.target = made;
        chosen.clear();
        queries.clear();
        made.forceActiveFocus();
        return made;
    }

    function test_aClickChooses() {
        const made = make();
        tryVerify(() => Find.first(made, item => item.emoji === "🐙"));
        mouseClick(Find.first(made, item => item.emoji === "🐙"));
        compare(chosen.signalArguments[0][0], "🐙");
    }

    function test_thoseUsedLastAreAtHand() {
        mouseClick(Find.first(make(), item => item.emoji === "🎉"));
        compare(chosen.signalArguments[0][0], "🎉");
    }

    function test_typingSearches() {
        make();
        keyClick("o");
        keyClick("c");
        compare(queries.signalArguments[1][0], "oc");
    }

    function test_theKeyboardIsEnough() {
        const made = make();
        tryVerify(() => Find.first(made, item => item.emoji === "😀"));
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Return);
        compare(chosen.signalArguments[0][0], "😀");
        keyClick("f");
        compare(queries.count, 1);
        compare(made.query, "f");
        keyClick("a");
        compare(made.query, "fa");
    }

    function test_enterTakesTheFirstThatWasFound() {
        const made = make();
        tryVerify(() => Find.first(made, item => item.emoji === "😀"));
        made.queryEdited.connect(() => emoji.insert(0, {emoji: "🐢", name: "turtle", group: "Animals"}));
        keyClick("t");
        keyClick(Qt.Key_Return);
        emoji.remove(0);
        compare(chosen.signalArguments[0][0], "🐢");
    }

    function test_theGroupAtTheTopIsNamed() {
        const made = make();
        tryVerify(() => Find.text(made, "Smileys"));
        const grid = Find.first(made, item => item.cellHeight !== undefined);
        grid.positionViewAtEnd();
        tryVerify(() => Find.text(made, "Animals"));
    }

    function test_eachEmojiSaysItsName() {
        const made = make();
        tryVerify(() => Find.first(made, item => item.emoji === "🐙"));
        compare(Find.first(made, item => item.emoji === "🐙").Accessible.name, "octopus");
    }
}
