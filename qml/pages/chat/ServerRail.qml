import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    The chats one is in, when there is more than one.
*/
FocusScope {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs

    implicitWidth: 64

    Rectangle {
        anchors.fill: parent
        color: Theme.backdrop
    }
    RowList {
        anchors.top: parent.top
        anchors.topMargin: Theme.space2
        anchors.bottom: add.top
        anchors.bottomMargin: Theme.space2
        width: parent.width
        name: qsTr("Your chats")
        model: root.app.servers
        onActivated: row => root.app.openServer(row.model.serverId)
        onMenuRequested: (row, x, y) => {
            menu.serverId = row.model.serverId;
            menu.name = row.model.name;
            menu.popup(row, x, y);
        }

        delegate: ServerButton {
            id: row

            required property var model

            width: ListView.view.width
            name: row.model.name
            initial: row.model.initial
            colour: row.model.color
            unread: row.model.unread
            mentions: row.model.mentions
            online: row.model.isOnline
            selected: row.model.isCurrent
            onClicked: (ListView.view as RowList).activated(row)
            onMenuRequested: (x, y) => (ListView.view as RowList).menuRequested(row, x, y)
        }
    }
    IconButton {
        id: add
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space3
        iconName: "plus"
        text: qsTr("Join or host another chat")
        onClicked: root.app.showFirstRun()
    }

    AppMenu {
        id: menu

        property string serverId
        property string name

        AppMenuItem {
            iconName: "trash"
            danger: true
            text: qsTr("Remove from this computer…")
            onTriggered: root.dialogs.openRemoveServer(menu.serverId, menu.name)
        }
    }
}
