import QtQuick
import QtTest
import Confab.Components.Message
import "../support/find.js" as Find

TestCase {
    id: test

    name: "MessageToolbar"
    width: 640
    height: 400
    visible: true
    when: windowShown

    Component {
        id: sample

        Sample {
            y: 100
            canEdit: true
        }
    }
    Component {
        id: toolbar

        MessageToolbar {
            quickEmoji: ["👍", "🎉"]
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

    function test_oneToolbarServesAllRows() {
        const first = createTemporaryObject(sample, test, {key: "a"});
        const second = createTemporaryObject(sample, test, {key: "b", y: 200});
        const made = createTemporaryObject(toolbar, test);
        verify(!made.visible);
        made.row = first;
        compare(made.parent, first);
        verify(made.visible);
        made.row = second;
        compare(made.parent, second);
        watch(made, "replyRequested");
        mouseClick(Find.first(made, item => item.iconName === "reply"));
        compare(spy.signalArguments[0][0], "b");
        made.row = null;
        verify(!made.visible);
    }

    function test_offersOnlyWhatMayBeDone() {
        const row = createTemporaryObject(sample, test, {canEdit: false});
        const made = createTemporaryObject(toolbar, test, {row: row, canReply: false, canReact: false});
        verify(!Find.first(made, item => item.iconName === "edit" && item.visible));
        verify(!Find.first(made, item => item.iconName === "reply" && item.visible));
        verify(!Find.first(made, item => item.emoji === "👍"));
        row.canEdit = true;
        verify(Find.first(made, item => item.iconName === "edit" && item.visible));
    }

    function test_isNotThereForWhatIsNotAMessageYet_data() {
        return [{tag: "on its way", with: {sendState: MessageEntry.SendState.Sending}}, {tag: "refused", with: {sendState: MessageEntry.SendState.Refused}},
            {tag: "system", with: {kind: MessageEntry.Kind.System}}, {tag: "deleted", with: {isDeleted: true}}];
    }

    function test_isNotThereForWhatIsNotAMessageYet(data) {
        const row = createTemporaryObject(sample, test, data.with);
        verify(!createTemporaryObject(toolbar, test, {row: row}).visible);
    }

    function test_oneClickReacts() {
        const row = createTemporaryObject(sample, test, {key: "a"});
        const made = createTemporaryObject(toolbar, test, {row: row});
        watch(made, "quickReactionRequested");
        mouseClick(Find.first(made, item => item.emoji === "🎉"));
        compare(spy.signalArguments[0][0], "a");
        compare(spy.signalArguments[0][1], "🎉");
    }

    function test_survivesTheEndOfItsRow() {
        const row = sample.createObject(test);
        const made = createTemporaryObject(toolbar, test, {row: row});
        row.destroy();
        tryCompare(made, "row", null);
        verify(!made.visible);
    }
}
