import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    The rooms and conversations one is in, a filter over them, and oneself below.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat

    signal searchRequested

    function focusFilter(): void {
        filter.forceActiveFocus(Qt.ShortcutFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sidebar
    }
    Divider {
        anchors.right: parent.right
        height: parent.height
        vertical: true
    }

    RoomListHeader {
        id: header
        width: parent.width
        height: Theme.headerHeight
        app: root.app
        dialogs: root.dialogs
        chat: root.chat
        onSearchRequested: root.searchRequested()
    }

    SearchField {
        id: filter
        anchors.top: header.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        placeholderText: qsTr("Filter rooms")
        text: root.chat.roomFilter
        onEdited: text => root.chat.roomFilter = text
        onDownPressed: list.focusRow(0)
        onAccepted: list.focusRow(0)
    }

    RowList {
        id: list
        anchors.top: filter.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: footer.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space2
        focus: true
        name: qsTr("Rooms")
        model: root.chat.rooms
        onActivated: row => root.chat.openRoom(row.roomId)
        onMenuRequested: (row, x, y) => menu.openFor(row, x, y)
        onLeftAbove: root.focusFilter()

        section.property: "sectionTitle"
        section.delegate: RoomSectionHeader {
            required property string section

            width: ListView.view.width - Theme.space2
            text: section
            collapsible: false
        }

        delegate: RoomLine {
            id: line

            width: ListView.view.width - Theme.space2
            current: ListView.isCurrentItem && ListView.view.activeFocus
            onClicked: (ListView.view as RowList).activated(line)
            onMenuRequested: (x, y) => (ListView.view as RowList).menuRequested(line, x, y)
        }

        EmptyState {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space8
            width: parent.width - 2 * Theme.space4
            visible: list.count === 0 && root.chat.roomFilter.length > 0
            title: qsTr("No room of that name")
            actionText: qsTr("Find rooms")
            onActionTriggered: root.dialogs.openBrowseRooms()
        }
        EmptyState {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space8
            width: parent.width - 2 * Theme.space4
            visible: list.count === 0 && root.chat.roomFilter.length === 0
            iconName: "hash"
            title: qsTr("You are in no room yet")
            actionText: qsTr("Find rooms")
            onActionTriggered: root.dialogs.openBrowseRooms()
        }
    }

    MeBar {
        id: footer
        anchors.bottom: parent.bottom
        width: parent.width
        app: root.app
        dialogs: root.dialogs
        chat: root.chat
    }

    AppMenu {
        id: menu

        property string roomId
        property int kind: RoomViewModel.Kind.Public

        function openFor(row: RoomLine, x: real, y: real): void {
            menu.roomId = row.roomId;
            menu.kind = row.roomKind;
            menu.popup(row, x, y);
        }

        AppMenuItem {
            iconName: "chat"
            text: qsTr("Open")
            onTriggered: root.chat.openRoom(menu.roomId)
        }
        AppMenuItem {
            enabled: menu.kind !== RoomViewModel.Kind.Direct
            iconName: "door"
            danger: true
            text: qsTr("Leave")
            onTriggered: root.chat.leaveRoom(menu.roomId)
        }
    }
}
