import QtQuick
import QtTest

import Confab.Pages.Chat
import Confab.Theme
import Confab.ViewModels

import "../support/find.js" as Find

TestCase {
    id: test

    name: "ChatPage"
    when: windowShown
    width: 1200
    height: 700
    visible: true

    Component {
        id: stages

        Stage {}
    }

    function staged(properties) {
        const stage = createTemporaryObject(stages, test, Object.assign({module: "Chat", type: "ChatPage"}, properties));
        verify(stage.page !== null);
        waitForRendering(stage);
        return stage;
    }

    function press(stage, text) {
        const button = stage.button(text);
        verify(button !== null, text + " is there");
        mouseClick(button);
    }

    function dialog(stage, title) {
        tryVerify(() => stage.dialogs.isOpen && stage.dialogs.popup.opened);
        if (title.length > 0)
            compare(stage.dialogs.popup.title, title);
    }

    function test_oneWritesAtOnceWhenARoomOpens() {
        const stage = test.staged();
        const composer = stage.app.chat.room.composer;
        keyClick(Qt.Key_H);
        keyClick(Qt.Key_I);
        compare(composer.text, "hi");
        keyClick(Qt.Key_Return);
        verify(composer.calls.includes("send"));
        compare(composer.text, "");
    }

    function test_anAuthorsCardTellsWhoItIsAndWhatOneMayDo() {
        const stage = test.staged();
        const chat = stage.app.chat;
        const list = Find.first(stage.page, item => item.authorActivated !== undefined && item.moveTo !== undefined);
        let row = 0;
        tryVerify(() => list.itemAtIndex(0) !== null);
        while (list.itemAtIndex(row).authorId !== "u2")
            ++row;
        list.authorActivated(list.itemAtIndex(row));
        test.dialog(stage, "");
        verify(stage.shows("Bob"));
        verify(stage.shows("At lunch"));
        verify(stage.shows("Away · Moderator"));
        chat.other.status = "Back again";
        verify(stage.shows("Back again"));
        verify(chat.room.calls.includes("loadMembers"));
        verify(stage.button("Ban…") !== null);

        const others = chat.room.memberList.rows;
        chat.room.memberList.rows = others.filter(member => member.userId !== "u2");
        chat.room.memberList.countChanged();
        compare(stage.button("Ban…"), null);
        chat.room.memberList.rows = others;
        chat.room.memberList.countChanged();
        verify(stage.button("Ban…") !== null);
        chat.room.myRole = 2; // as Bob's
        compare(stage.button("Ban…"), null);
    }

    function test_codeAndNamesInMessagesHaveTheColoursOfTheTheme() {
        const stage = test.staged();
        const timeline = stage.app.chat.room.timeline;
        compare(timeline.codeColor, String(Theme.codeText));
        compare(timeline.mentionColor, String(Theme.mentionText));
        compare(timeline.ownMentionColor, String(Theme.accentText));
        const light = timeline.codeColor;
        Theme.mode = Theme.Mode.Dark;
        verify(timeline.codeColor !== light);
        compare(timeline.codeColor, String(Theme.codeText));
        Theme.mode = Theme.Mode.System;
    }

    function test_theSwitcherGoesWhereTheArrowsPoint() {
        const stage = test.staged();
        keyClick(Qt.Key_K, Qt.ControlModifier);
        test.dialog(stage, "");
        keyClick(Qt.Key_K);
        compare(stage.app.chat.switcher.query, "k");
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        verify(stage.app.chat.switcher.calls.includes("open 1"));
    }

    function test_searchInThisRoomAndEverywhere() {
        const stage = test.staged();
        keyClick(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        compare(stage.app.chat.search.inThisRoom, false);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        compare(stage.app.chat.search.inThisRoom, true);
        tryVerify(() => stage.shows("The printer works again.") || stage.field("Search in this room") !== null);
        verify(stage.field("Search in this room").activeFocus);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        verify(stage.app.chat.search.calls.includes("open 1"));
    }

    function test_escGoesBackFromThePanelToTheBox() {
        const stage = test.staged();
        keyClick(Qt.Key_M, Qt.ControlModifier);
        tryVerify(() => stage.shows("Carla Fernández-Montgomery"));
        keyClick(Qt.Key_Escape);
        verify(!stage.shows("Carla Fernández-Montgomery"));
        keyClick(Qt.Key_A);
        compare(stage.app.chat.room.composer.text, "a");
    }

    function test_aNarrowWindowShowsOneColumn() {
        const stage = test.staged({width: 500});
        verify(!stage.shows("Kitchen"));
        test.press(stage, "Back to the rooms");
        verify(stage.app.chat.calls.includes("closeRoom"));
        tryVerify(() => stage.shows("Kitchen"));
        mouseClick(stage.row("Kitchen"));
        verify(stage.app.chat.calls.includes("openRoom r2"));
    }

    function test_withoutARoomItOffersToFindOne() {
        const stage = test.staged();
        stage.app.chat.room = null;
        tryVerify(() => stage.shows("No room is open"));
        test.press(stage, "Find rooms");
        test.dialog(stage, "Find rooms");
    }

    function test_anotherRoomTakesThePlaceOfTheOld() {
        const stage = test.staged();
        const other = createTemporaryQmlObject("import Confab.ViewModels; RoomViewModel { name: 'Garden' }", test);
        stage.app.chat.room = other;
        tryVerify(() => stage.shows("Garden"));
        keyClick(Qt.Key_X);
        compare(other.composer.text, "x");
    }

    function test_f6GoesAround() {
        const stage = test.staged();
        const view = stage.page.view;
        verify(view.box.activeFocus);
        keyClick(Qt.Key_F6);
        verify(!view.box.activeFocus);
        keyClick(Qt.Key_F6);
        verify(view.messages.activeFocus);
        keyClick(Qt.Key_F6);
        verify(view.box.activeFocus);
        keyClick(Qt.Key_F6, Qt.ShiftModifier);
        verify(view.messages.activeFocus);
    }

    function test_keysOnAMessage() {
        const stage = test.staged();
        const room = stage.app.chat.room;
        keyClick(Qt.Key_F6, Qt.ShiftModifier);
        for (let i = 0; i < 3; ++i)
            keyClick(Qt.Key_Up);
        keyClick(Qt.Key_P);
        verify(room.timeline.calls.includes("pin m3 true"));
        keyClick(Qt.Key_C);
        verify(room.timeline.calls.includes("copyText m3"));
        keyClick(Qt.Key_Delete);
        test.dialog(stage, "Delete this message?");
        verify(!room.timeline.calls.includes("remove m3"));
        keyClick(Qt.Key_Return);
        tryVerify(() => room.timeline.calls.includes("remove m3"));
        tryVerify(() => !stage.dialogs.isOpen);
        keyClick(Qt.Key_R);
        verify(room.composer.calls.includes("replyTo m3"));
        verify(stage.page.view.box.activeFocus);
    }

    function test_theBannerCountsDownAndRetries() {
        const stage = test.staged();
        const connection = stage.app.chat.connection;
        connection.bannerVisible = true;
        verify(stage.shows(connection.text));
        test.press(stage, "Retry now");
        verify(connection.calls.includes("retryNow"));
    }

    function test_aProblemIsToldBriefly() {
        const stage = test.staged();
        stage.app.chat.problemOccurred("The name is taken.");
        tryVerify(() => stage.shows("The name is taken."));
    }

    function test_aRoomIsMadeByTheKeyboardAlone() {
        const stage = test.staged();
        keyClick(Qt.Key_N, Qt.ControlModifier);
        test.dialog(stage, "New room");
        keyClick(Qt.Key_Return);
        verify(stage.dialogs.isOpen); // a room needs a name
        keyClick(Qt.Key_Q);
        keyClick(Qt.Key_Return);
        tryVerify(() => stage.app.chat.calls.includes("createRoom q false "));
        tryVerify(() => !stage.dialogs.isOpen);
        keyClick(Qt.Key_A);
        compare(stage.app.chat.room.composer.text, "a"); // the focus is back where it was
    }

    function test_theCalendarGoesToADay() {
        const stage = test.staged();
        keyClick(Qt.Key_D, Qt.ControlModifier);
        test.dialog(stage, "");
        keyClick(Qt.Key_Up);
        keyClick(Qt.Key_Return);
        const now = new Date();
        const week = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 7).getTime();
        verify(stage.app.chat.room.calls.some(call => call === "jumpToDate " + week), stage.app.chat.room.calls.join());
    }

    function test_everyShortcutIsInTheList() {
        const stage = test.staged();
        keyClick(Qt.Key_Slash, Qt.ControlModifier);
        test.dialog(stage, "Keyboard shortcuts");
        const commands = stage.dialogs.commands;
        verify(commands.length > 20);
        for (let i = 0; i < commands.length; ++i)
            verify(stage.shows(commands[i].text), commands[i].text);
    }
}
