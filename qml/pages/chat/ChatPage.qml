import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    A chat: its rooms, the room that is open, and a panel with what belongs to it. In a narrow window the list of rooms
    and the room take turns.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property Shortcuts shortcuts

    readonly property bool isNarrow: width < Theme.narrowWidth
    readonly property bool hasRoom: root.chat.room !== null
    readonly property RoomView view: room.item as RoomView

    /*! Shows a tab of the panel, one of RightPanel.Tab; if it is there already, hides the panel. */
    function togglePanel(tab: int): void {
        if (panel.tab === tab && panel.isOpen)
            root.closePanel();
        else
            panel.openAt(tab);
    }

    function closePanel(): void {
        panel.isOpen = false;
        if (root.view !== null)
            root.view.focusComposer();
    }

    function openSearch(everywhere: bool): void {
        root.chat.search.inThisRoom = !everywhere && root.hasRoom;
        panel.openAt(PanelTab.Search);
    }

    /*! Goes around: list of rooms, messages, box, panel. */
    function movePane(by: int): void {
        const messages = root.view !== null ? root.view.messages : null;
        const box = root.view !== null ? root.view.box : null;
        const panes = Array.from([list, messages, box, panel]).filter(pane => pane !== null && pane.visible);
        const current = panes.findIndex(pane => pane.activeFocus);
        panes[(current + by + panes.length) % panes.length].forceActiveFocus(Qt.TabFocusReason);
    }

    // Esc, when nothing below has taken it.
    Keys.onEscapePressed: {
        if (panel.isOpen)
            root.closePanel();
        else if (root.view !== null)
            root.view.unwind();
    }

    Component.onCompleted: {
        room.reload();
        if (!root.hasRoom)
            list.forceActiveFocus();
    }

    Connections {
        target: root.chat

        function onRoomChanged(): void {
            room.reload();
            panel.reload();
        }
        function onProblemOccurred(text: string): void {
            toast.show(text, "alert", "");
        }
        function onNoticeReceived(text: string): void {
            toast.show(text, "bell", "");
        }
    }
    Connections {
        target: root.app

        function onProblemOccurred(text: string): void {
            toast.show(text, "alert", "");
        }
    }
    Connections {
        target: root.shortcuts

        function onFilterRequested(): void {
            if (root.isNarrow)
                root.chat.closeRoom();
            list.focusFilter();
        }
        function onSearchRequested(everywhere: bool): void {
            root.openSearch(everywhere);
        }
        function onMembersRequested(): void {
            root.togglePanel(PanelTab.Members);
        }
        function onPinsRequested(): void {
            root.togglePanel(PanelTab.Pins);
        }
        function onInfoRequested(): void {
            root.togglePanel(PanelTab.Info);
        }
        function onDateRequested(): void {
            if (root.view !== null)
                root.view.openCalendar();
        }
        function onNextPaneRequested(): void {
            root.movePane(1);
        }
        function onPreviousPaneRequested(): void {
            root.movePane(-1);
        }
        function onEmojiRequested(): void {
            if (root.view !== null)
                root.view.openEmoji();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }

    ConnectionBanner {
        id: banner
        width: parent.width
        connection: root.chat.connection
        onSignInRequested: root.dialogs.openSignIn()
    }

    Item {
        id: columns
        anchors.top: banner.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        ServerRail {
            id: rail
            anchors.left: parent.left
            width: visible ? implicitWidth : 0
            height: parent.height
            visible: root.app.servers.count > 1 && (!root.isNarrow || !root.hasRoom)
            app: root.app
            dialogs: root.dialogs
        }

        RoomListPane {
            id: list
            anchors.left: rail.right
            width: root.isNarrow ? parent.width - rail.width : root.width < 960 ? 240 : 280
            height: parent.height
            visible: !root.isNarrow || !root.hasRoom
            app: root.app
            dialogs: root.dialogs
            chat: root.chat
            onSearchRequested: root.openSearch(true)
        }

        Loader {
            id: room

            function reload(): void {
                if (root.hasRoom)
                    room.setSource(Qt.resolvedUrl("RoomView.qml"), {
                        app: root.app, dialogs: root.dialogs, chat: root.chat, room: root.chat.room
                    });
                else
                    room.source = "";
            }

            anchors.left: root.isNarrow ? parent.left : list.right
            anchors.right: panel.isOverlay || !panel.isOpen ? parent.right : panel.left
            height: parent.height
            visible: root.hasRoom
            onLoaded: root.view.focusComposer()
        }

        Binding {
            target: root.view
            property: "isNarrow"
            value: root.isNarrow
        }
        Connections {
            target: root.view

            function onPanelRequested(tab: int): void {
                root.togglePanel(tab);
            }
            function onNoticed(text: string, iconName: string): void {
                toast.show(text, iconName, "");
            }
        }

        Loader {
            anchors.left: list.right
            anchors.right: parent.right
            height: parent.height
            active: !root.hasRoom && !root.isNarrow
            Component.onCompleted: setSource(Qt.resolvedUrl("NoRoom.qml"), {dialogs: root.dialogs, chat: root.chat})
        }

        Panel {
            id: panel
            anchors.right: parent.right
            height: parent.height
            app: root.app
            dialogs: root.dialogs
            chat: root.chat
            isOverlay: root.width < 1040
            pageWidth: root.width
            onClosed: root.closePanel()
        }
    }

    Toast {
        id: toast
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space12 + Theme.space8
    }
}
