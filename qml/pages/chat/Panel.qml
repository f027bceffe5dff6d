import QtQuick

import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    Where the right panel is: beside the room, or over it when there is no room for both. The panel itself is loaded
    when it is opened.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    required property bool isOverlay
    required property real pageWidth

    property bool isOpen: false
    /*! One of PanelTab.Tab. */
    property int tab: PanelTab.Members

    signal closed

    function openAt(tab: int): void {
        root.tab = tab;
        if (root.isOpen) {
            loader.panel.show(tab);
        } else {
            root.isOpen = true;
            root.reload();
        }
        root.forceActiveFocus();
    }

    /*! Another room is open. */
    function reload(): void {
        if (root.isOpen)
            loader.setSource(Qt.resolvedUrl("RightPanel.qml"), {
                app: root.app, dialogs: root.dialogs, chat: root.chat, room: root.chat.room, tab: root.tab
            });
        else
            loader.source = "";
    }

    width: !root.isOpen ? 0 : root.isOverlay ? root.pageWidth : 320
    visible: root.isOpen
    onIsOpenChanged: {
        if (!root.isOpen)
            root.reload();
    }

    Rectangle {
        anchors.fill: parent
        visible: root.isOverlay
        color: Theme.scrim

        MouseArea {
            anchors.fill: parent
            onClicked: root.closed()
            onWheel: wheel => wheel.accepted = true
        }
    }

    Loader {
        id: loader

        readonly property RightPanel panel: item as RightPanel

        anchors.right: parent.right
        width: root.isOverlay && root.pageWidth < 420 ? root.pageWidth : Math.min(root.pageWidth, root.isOverlay ? 360 : 320)
        height: parent.height
        focus: true
    }

    Connections {
        target: loader.panel

        function onClosed(): void {
            root.closed();
        }
        function onTabChanged(): void {
            root.tab = loader.panel.tab;
        }
    }
}
