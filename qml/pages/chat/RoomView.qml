import QtQuick

import Confab.Components.Message
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The room that is open: its header, its messages and the box to write in. It is made anew for each room.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property RoomViewModel room
    /*! There is only one column. */
    property bool isNarrow: false

    readonly property Item messages: timeline
    readonly property Item box: composer

    /*! Shows or hides a tab of the panel, one of PanelTab.Tab. */
    signal panelRequested(int tab)
    /*! Something for the page to say briefly. */
    signal noticed(string text, string iconName)

    function focusComposer(): void {
        composer.focusInput();
    }

    /*! Takes back one step, as Esc does. */
    function unwind(): void {
        if (!root.room.composer.unwind())
            root.room.hideUnreadLine();
        root.focusComposer();
    }

    function openCalendar(): void {
        root.dialogs.openCalendar(timeline.timeInView());
    }

    function openEmoji(): void {
        composer.openEmoji(composer);
    }

    // Keys that the box does not take.
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_PageUp && event.key !== Qt.Key_PageDown || event.modifiers !== Qt.NoModifier)
            return;
        timeline.scrollBy(event.key === Qt.Key_PageUp ? -0.9 : 0.9);
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    RoomHeader {
        id: header
        width: parent.width
        room: root.room
        isNarrow: root.isNarrow
        onBackRequested: root.chat.closeRoom()
        onInfoRequested: root.panelRequested(PanelTab.Info)
        onMembersRequested: root.panelRequested(PanelTab.Members)
        onPinsRequested: root.panelRequested(PanelTab.Pins)
        onCalendarRequested: root.openCalendar()
        onSearchRequested: {
            root.chat.search.inThisRoom = true;
            root.panelRequested(PanelTab.Search);
        }
    }

    TimelinePane {
        id: timeline
        anchors.top: header.bottom
        anchors.bottom: typing.top
        anchors.bottomMargin: Theme.space1
        width: parent.width
        app: root.app
        dialogs: root.dialogs
        chat: root.chat
        room: root.room
        onComposerRequested: root.focusComposer()
        onNoticed: (text, iconName) => root.noticed(text, iconName)
    }

    TypingLine {
        id: typing
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.bottom: composer.top
        text: root.room.typingText
    }

    ComposerPane {
        id: composer
        anchors.bottom: parent.bottom
        width: parent.width
        app: root.app
        dialogs: root.dialogs
        room: root.room
    }
}
