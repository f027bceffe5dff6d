import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    Members, search, pins and what there is to know of a room. Without a room there is only the search.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    /*! Null: none is open. */
    required property RoomViewModel room
    /*! One of PanelTab.Tab. */
    required property int tab

    property bool isComplete: false

    signal closed

    function show(tab: int): void {
        root.tab = tab;
    }

    function load(): void {
        const addresses = ["MembersTab.qml", "SearchTab.qml", "PinsTab.qml", "InfoTab.qml"];
        content.setSource(Qt.resolvedUrl(addresses[root.tab]), root.tab === PanelTab.Search
            ? {chat: root.chat}
            : {app: root.app, dialogs: root.dialogs, chat: root.chat, room: root.room});
    }

    onTabChanged: {
        if (root.isComplete)
            root.load();
    }
    Component.onCompleted: {
        if (root.room === null)
            root.tab = PanelTab.Search;
        root.isComplete = true;
        root.load();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sidebar

        MouseArea {
            anchors.fill: parent
        }
    }
    Divider {
        anchors.left: parent.left
        height: parent.height
        vertical: true
    }

    Item {
        id: header
        width: parent.width
        height: Theme.headerHeight

        TabStrip {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space2
            anchors.right: close.left
            anchors.bottom: parent.bottom
            visible: root.room !== null
            label: qsTr("About this room")
            currentIndex: root.tab
            tabs: [
                {text: qsTr("Members")},
                {text: qsTr("Search")},
                {text: qsTr("Pins")},
                {text: qsTr("Info")}
            ]
            onSelected: index => root.show(index)
        }
        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            visible: root.room === null
            kind: Label.Kind.Title
            text: qsTr("Search")
        }
        IconButton {
            id: close
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter
            iconName: "close"
            text: qsTr("Close the panel")
            shortcut: qsTr("Esc")
            onClicked: root.closed()
        }
        Divider {
            anchors.bottom: parent.bottom
            width: parent.width
        }
    }

    Loader {
        id: content
        anchors.top: header.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: parent.width
        focus: true
        onLoaded: (content.item as FocusScope).forceActiveFocus()
    }
}
