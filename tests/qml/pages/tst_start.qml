import QtQuick
import QtTest

import Confab.ViewModels

TestCase {
    id: test

    name: "StartPages"
    when: windowShown
    width: 1200
    height: 700
    visible: true

    Component {
        id: stages

        Stage {}
    }

    function staged(type) {
        const stage = createTemporaryObject(stages, test, {module: "Start", type: type});
        verify(stage.page !== null, type + " is there");
        waitForRendering(stage);
        return stage;
    }

    function press(stage, text) {
        const button = stage.button(text);
        verify(button !== null, text + " is there");
        mouseClick(button);
    }

    function test_theNameIsSelectedOnTheFirstScreen() {
        const stage = test.staged("FirstRunPage");
        const name = stage.field("Your name");
        verify(name.activeFocus);
        compare(name.field.selectedText, "Ann");
        keyClick(Qt.Key_B);
        compare(stage.app.myName, "b");
    }

    function test_theTwoWaysIntoAChat() {
        const stage = test.staged("FirstRunPage");
        test.press(stage, "Host a chat");
        verify(stage.app.calls.includes("hostChat"));
        test.press(stage, "Join a chat");
        verify(stage.app.calls.includes("showJoin"));
    }

    function test_aNameThatCannotBeUsedLeadsNowhere() {
        const stage = test.staged("FirstRunPage");
        stage.app.myNameProblem = "A name needs a letter.";
        verify(stage.shows("A name needs a letter."));
        verify(!stage.button("Host a chat").enabled);
        verify(!stage.button("Join a chat").enabled);
    }

    function test_joiningByTheKeyboardAlone() {
        const stage = test.staged("FirstRunPage");
        keyClick(Qt.Key_Return);
        verify(stage.button("Host a chat").activeFocus);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        verify(stage.app.calls.includes("showJoin"));
    }

    function test_itLooksForChatsWhileThePageIsThere() {
        const stage = test.staged("JoinPage");
        verify(stage.app.join.calls.includes("startSearch"));
        const join = stage.app.join;
        verify(!join.calls.includes("stopSearch"));
        stage.leave();
        tryVerify(() => join.calls.includes("stopSearch"));
    }

    function test_aFoundChatIsJoinedByAClick() {
        const stage = test.staged("JoinPage");
        mouseClick(stage.row("Office"));
        verify(stage.app.join.calls.includes("joinFound 1"));
    }

    function test_anAddressIsJoinedByEnter() {
        const stage = test.staged("JoinPage");
        verify(stage.field("Or use a link or an address").activeFocus);
        keyClick("1");
        compare(stage.app.join.addressText, "1");
        keyClick(Qt.Key_Return);
        verify(stage.app.join.calls.includes("joinAddress"));
    }

    function test_whenNothingIsFoundItSaysWhy() {
        const stage = test.staged("JoinPage");
        stage.app.join.found.rows = [];
        verify(!stage.shows("No chat found yet"));
        stage.app.join.nothingFound = true;
        verify(stage.shows("No chat found yet"));
        verify(stage.shows(stage.app.join.reasons[2]));
    }

    function test_aPasswordIsAskedForAndTheFieldHasTheFocus() {
        const stage = test.staged("JoinPage");
        stage.app.join.wants = JoinViewModel.Wants.ServerPassword;
        const password = stage.field("Password");
        tryVerify(() => password.activeFocus);
        keyClick("x");
        compare(stage.app.join.password, "x");
        keyClick(Qt.Key_Return);
        verify(stage.app.join.calls.includes("submit"));
        keyClick(Qt.Key_Escape);
        verify(stage.app.join.calls.includes("cancel"));
    }

    function test_theHostSeesLinkAddressesAndPeople() {
        const stage = test.staged("HostPage");
        compare(stage.field("Invitation link"), null); // it is there to be copied, not to be edited
        verify(stage.shows("10.0.0.4:8418"));
        verify(stage.shows("Carla"));
        test.press(stage, "Copy");
        verify(stage.app.host.calls.includes("copyInvite"));
    }

    function test_stoppingAsksFirst() {
        const stage = test.staged("HostPage");
        test.press(stage, "Stop hosting");
        tryVerify(() => stage.dialogs.isOpen && stage.dialogs.popup.opened);
        verify(!stage.app.host.calls.includes("stop"));
        keyClick(Qt.Key_Return);
        tryVerify(() => stage.app.host.calls.includes("stop"));
    }
}
