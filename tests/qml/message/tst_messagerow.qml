import QtQuick
import QtTest
import Confab.Components.Message
import Confab.Theme
import "../support/find.js" as Find

TestCase {
    id: test

    name: "MessageRow"
    width: 640
    height: 400
    visible: true
    when: windowShown

    Component {
        id: sample

        Sample {}
    }
    SignalSpy {
        id: spy
    }

    function make(properties, signalName) {
        const made = createTemporaryObject(sample, test, properties || {});
        spy.target = null;
        if (signalName) {
            spy.signalName = signalName;
            spy.target = made;
            spy.clear();
        }
        return made;
    }

    function block(kind, text) {
        return {kind: kind, html: text, plain: text, language: ""};
    }

    function test_aRowWithinAGroupIsMadeOfFewItems() {
        const made = make();
        verify(Find.count(made) <= 9, "items: " + Find.count(made));
    }

    function test_aGroupBeginsWithItsAuthor() {
        verify(!Find.text(make(), "Anna"));
        const made = make({startsGroup: true});
        verify(Find.text(made, "Anna"));
        verify(Find.text(made, "10:24"));
        verify(Find.text(made, "A"));
    }

    function test_theNameOfItsAuthorIsNeverMarkup() {
        const made = make({startsGroup: true, authorName: "<b>Anna</b>", authorInitial: "<"});
        compare(Find.text(made, "<b>Anna</b>").textFormat, Text.PlainText);
        compare(Find.text(made, "<").textFormat, Text.PlainText);
    }

    function test_whatGoesFromARowLeavesNoGap() {
        const made = make();
        const height = made.implicitHeight;
        made.readBy = "Bob";
        made.replyKey = "m0";
        made.showDay = true;
        tryVerify(() => made.implicitHeight > height + 40);
        made.readBy = "";
        made.replyKey = "";
        made.showDay = false;
        compare(made.implicitHeight, height);
    }

    function test_theTimeIsSeenUnderThePointer() {
        const made = make({}, "hoverEntered");
        verify(!Find.text(made, "10:24"));
        mouseMove(made, 300, made.height / 2);
        tryVerify(() => Find.text(made, "10:24"));
        compare(spy.count, 1);
    }

    function test_heightsAreWholePixels_data() {
        return [{tag: "plain", with: {}}, {tag: "group", with: {startsGroup: true}}, {tag: "day", with: {showDay: true, showUnreadLine: true}},
            {tag: "system", with: {kind: 1, systemText: "Bo joined"}}, {tag: "reply", with: {replyKey: "m0", replyAuthor: "Bo", replyText: "Hi"}},
            {tag: "reactions", with: {reactions: [{emoji: "👍", count: 2, isMine: true, names: "Bo"}]}}];
    }

    function test_heightsAreWholePixels(data) {
        const made = make(data.with);
        compare(made.implicitHeight, Math.round(made.implicitHeight));
        verify(made.implicitHeight > 10);
    }

    function test_anEditChangesTheTextInItsPlace() {
        const made = make();
        made.blocks = [block("paragraph", "Changed")];
        made.isEdited = true;
        tryVerify(() => Find.first(made, item => item.text !== undefined && String(item.text).startsWith("Changed") && String(item.text).includes("(edited)")));
    }

    function test_whatWasDeletedIsGone() {
        const made = make({startsGroup: true, reactions: []});
        made.isDeleted = true;
        verify(Find.text(made, "This message was deleted"));
        verify(!Find.first(made, item => item.text !== undefined && String(item.text).startsWith("Hello")));
    }

    function test_codeIsShownAsItWasWritten() {
        const made = make({blocks: [block("paragraph", "It says:"), {kind: "code", html: "", plain: "if (a < b)\n    <b>x</b>", language: "c"}]}, "copyCodeRequested");
        const code = Find.first(made, item => item.text === "if (a < b)\n    <b>x</b>" && item.readOnly === true);
        compare(code.textFormat, TextEdit.PlainText);
        mouseMove(code, 20, 20);
        mouseClick(Find.first(made, item => item.iconName === "copy"));
        compare(spy.signalArguments[0][0], "if (a < b)\n    <b>x</b>");
    }

    function test_longCodeIsFoldedUntilOneAsks() {
        const made = make({blocks: [{kind: "code", html: "", plain: "line\n".repeat(100), language: ""}]});
        const folded = made.implicitHeight;
        verify(folded < 500);
        Find.first(made, item => item.text === "Show all" && item.ink !== undefined).clicked();
        tryVerify(() => made.implicitHeight > folded + 500);
    }

    function test_aQuoteLeadsToWhatIsAnswered() {
        const made = make({replyKey: "m0", replyAuthor: "Bo", replyText: "Where is it?"}, "replyQuoteActivated");
        mouseClick(Find.text(made, "Where is it?"));
        compare(spy.signalArguments[0][0], "m0");
    }

    function test_aReactionIsToggledByAClick() {
        const made = make({reactions: [{emoji: "👍", count: 3, isMine: true, names: "Bo"}, {emoji: "🎉", count: 1, isMine: false, names: "Anna"}]}, "reactionToggled");
        const mine = Find.first(made, item => item.emoji === "👍");
        verify(mine.Accessible.checked);
        mouseClick(mine);
        compare(spy.signalArguments[0][0], "👍");
        Find.first(made, item => item.emoji === "🎉").Accessible.pressAction();
        compare(spy.signalArguments[1][0], "🎉");
    }

    function test_whatWasRefusedOffersThreeWaysOut_data() {
        return [{tag: "Retry", signal: "retryRequested"}, {tag: "Edit", signal: "editRequested"}, {tag: "Delete", signal: "discardRequested"}];
    }

    function test_whatWasRefusedOffersThreeWaysOut(data) {
        const made = make({sendState: MessageEntry.SendState.Refused, problem: "Too fast"}, data.signal);
        verify(Find.text(made, "Too fast"));
        mouseClick(Find.text(made, data.tag));
        compare(spy.count, 1);
    }

    function test_whatIsOnItsWayIsFainter() {
        const made = make({sendState: MessageEntry.SendState.Sending});
        const words = Find.first(made, item => item.linkColor !== undefined);
        compare(words.color, Theme.textMuted);
        made.sendState = MessageEntry.SendState.Sent;
        compare(words.color, Theme.text);
    }

    function test_theDayLeadsToTheCalendar() {
        const made = make({showDay: true, dayText: "Monday"}, "dayActivated");
        mouseClick(Find.text(made, "Monday"));
        compare(spy.count, 1);
    }

    function test_theLineOfWhatIsNewGoesAwayAgain() {
        const made = make({showUnreadLine: true});
        verify(Find.text(made, "New messages"));
        made.showUnreadLine = false;
        verify(!Find.text(made, "New messages"));
    }

    function test_theRightButtonAsksForTheMenu() {
        const made = make({}, "menuRequested");
        mouseClick(made, 200, 10, Qt.RightButton);
        compare(spy.count, 1);
        compare(spy.signalArguments[0][0], 200);
    }

    function test_whatWasLookedForLightsUpAndFadesAgain() {
        const made = make();
        const light = () => Find.first(made, item => item.visible && item.opacity > 0 && item.color === Theme.flash);
        verify(!light());
        made.flash();
        verify(light());
        tryVerify(() => !light(), 5000);
    }

    function test_aScreenReaderHearsAllOfIt() {
        const made = make({isEdited: true, reactions: [{emoji: "👍", count: 1, isMine: false, names: "Bo"}]});
        compare(made.Accessible.role, Accessible.ListItem);
        const name = made.Accessible.name;
        verify(name.startsWith("Anna, Today, 10:24, Hello you"));
        verify(name.includes("edited"));
        verify(name.includes("1 reaction"));
        compare(make({kind: MessageEntry.Kind.System, systemText: "Bo joined"}).Accessible.name, "Bo joined");
        verify(make({plainText: "100 %1 sure", fullTimeText: "now"}).Accessible.name.includes("100 %1 sure"));
    }
}
