import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The name of the chat, and what one can do with the whole of it.
*/
Item {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat

    signal searchRequested

    Label {
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.right: buttons.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        kind: Label.Kind.Title
        text: root.chat.serverName
        Accessible.role: Accessible.Heading
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            iconName: "edit"
            text: qsTr("New message or room")
            down: pressed || newMenu.visible
            onClicked: newMenu.popup(this, 0, height)
        }
        IconButton {
            iconName: "more"
            text: qsTr("More")
            down: pressed || moreMenu.visible
            onClicked: moreMenu.popup(this, 0, height)
        }
    }

    AppMenu {
        id: newMenu
        title: qsTr("New")

        AppMenuItem {
            iconName: "chat"
            text: qsTr("Write to somebody…")
            shortcutText: qsTr("Ctrl+K")
            onTriggered: root.dialogs.openSwitcher()
        }
        AppMenuItem {
            iconName: "plus"
            enabled: root.chat.canCreateRoom
            text: qsTr("New room…")
            shortcutText: qsTr("Ctrl+N")
            onTriggered: root.dialogs.openCreateRoom()
        }
        AppMenuItem {
            iconName: "hash"
            text: qsTr("Find rooms…")
            shortcutText: qsTr("Ctrl+O")
            onTriggered: root.dialogs.openBrowseRooms()
        }
    }

    AppMenu {
        id: moreMenu
        title: root.chat.serverName

        AppMenuItem {
            iconName: "person-add"
            text: qsTr("Invite people…")
            shortcutText: qsTr("Ctrl+Shift+I")
            onTriggered: root.dialogs.openInvite()
        }
        AppMenuItem {
            iconName: "search"
            text: qsTr("Search everywhere")
            shortcutText: qsTr("Ctrl+Shift+F")
            onTriggered: root.searchRequested()
        }
        AppMenuItem {
            iconName: "clock"
            text: qsTr("Scheduled messages…")
            onTriggered: root.dialogs.openScheduled()
        }
        AppMenuItem {
            iconName: "megaphone"
            enabled: root.chat.canAnnounce
            text: qsTr("Announce to everyone…")
            onTriggered: root.dialogs.openAnnounce()
        }
        AppMenuSeparator {}
        AppMenuItem {
            iconName: "server"
            enabled: root.app.host.running
            text: qsTr("The chat you host")
            onTriggered: root.app.showHost()
        }
        AppMenuItem {
            iconName: "switch"
            text: qsTr("Join or host another chat")
            onTriggered: root.app.showFirstRun()
        }
        AppMenuItem {
            iconName: "keyboard"
            text: qsTr("Keyboard shortcuts")
            shortcutText: qsTr("Ctrl+/")
            onTriggered: root.dialogs.openShortcuts()
        }
    }
}
