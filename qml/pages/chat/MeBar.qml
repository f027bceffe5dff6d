import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    Oneself, as others see one, below the room list.
*/
Item {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    required property ChatViewModel chat
    readonly property PersonViewModel me: root.chat.me

    implicitHeight: Theme.headerHeight

    Divider {
        anchors.top: parent.top
        width: parent.width
    }
    ListRow {
        id: row
        anchors.left: parent.left
        anchors.leftMargin: Theme.space2
        anchors.right: settings.left
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height - Theme.space3
        Accessible.role: Accessible.ButtonMenu
        Accessible.name: qsTr("You: %1, %2").arg(root.me.name).arg(root.me.stateText)
        onClicked: menu.popup(row, 0, -menu.implicitHeight)

        contentItem: AvatarLines {
            title: root.me.name
            subtitle: root.me.status.length > 0 ? root.me.status : root.me.stateText
            initial: root.me.initial
            colour: root.me.color
            presence: root.me.state
            ground: Theme.sidebar
        }
    }
    IconButton {
        id: settings
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        iconName: root.app.settings.doNotDisturb ? "bell-off" : "settings"
        text: root.app.settings.doNotDisturb ? qsTr("Settings (do not disturb is on)") : qsTr("Settings")
        shortcut: qsTr("Ctrl+,")
        onClicked: root.dialogs.openSettings()
    }

    AppMenu {
        id: menu
        title: root.me.name

        AppMenuItem {
            checkable: true
            checked: root.me.state === Presence.Online
            text: qsTr("Online")
            onTriggered: root.chat.setPresence(Presence.Online, root.me.status)
        }
        AppMenuItem {
            checkable: true
            checked: root.me.state === Presence.Away
            text: qsTr("Away")
            onTriggered: root.chat.setPresence(Presence.Away, root.me.status)
        }
        AppMenuItem {
            checkable: true
            checked: root.me.state === Presence.DoNotDisturb
            text: qsTr("Do not disturb")
            onTriggered: root.chat.setPresence(Presence.DoNotDisturb, root.me.status)
        }
        AppMenuItem {
            checkable: true
            checked: root.me.state === Presence.Invisible
            text: qsTr("Invisible")
            onTriggered: root.chat.setPresence(Presence.Invisible, root.me.status)
        }
        AppMenuSeparator {}
        AppMenuItem {
            iconName: "edit"
            text: qsTr("Set a status…")
            onTriggered: root.dialogs.openStatus()
        }
        AppMenuItem {
            iconName: "bell-off"
            text: root.app.settings.doNotDisturb ? qsTr("Allow notifications") : qsTr("Silence notifications")
            shortcutText: qsTr("Ctrl+Shift+D")
            onTriggered: root.app.settings.doNotDisturb = !root.app.settings.doNotDisturb
        }
        AppMenuItem {
            iconName: "settings"
            text: qsTr("Settings…")
            shortcutText: qsTr("Ctrl+,")
            onTriggered: root.dialogs.openSettings()
        }
    }
}
