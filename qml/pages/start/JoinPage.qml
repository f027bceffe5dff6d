import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    Chats that were found, a field for a link or an address, and what a chat asks for before it lets one in.
*/
PageFrame {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    readonly property JoinViewModel join: root.app.join
    readonly property bool isAsked: root.join.wants !== JoinViewModel.Wants.None

    title: qsTr("Join a chat")

    onBackRequested: {
        if (root.join.isConnecting || root.isAsked)
            root.join.cancel();
        else
            root.app.showFirstRun();
    }
    Component.onCompleted: {
        root.join.startSearch();
        address.forceActiveFocus();
    }
    Component.onDestruction: root.join.stopSearch()

    JoinQuestion {
        width: parent.width
        visible: root.isAsked
        app: root.app
        onVisibleChanged: {
            if (visible)
                forceActiveFocus();
        }
        onCancelled: address.forceActiveFocus()
    }

    Banner {
        width: parent.width
        radius: Theme.radius
        visible: root.join.problem.length > 0 && !root.isAsked
        kind: Banner.Kind.Danger
        text: root.join.problem
    }

    FoundChats {
        width: parent.width
        visible: !root.isAsked
        join: root.join
    }

    Column {
        width: parent.width
        visible: !root.isAsked
        spacing: Theme.space2

        Row {
            width: parent.width
            spacing: Theme.space2

            AppTextField {
                id: address
                width: parent.width - go.width - parent.spacing
                iconName: "link"
                label: qsTr("Or use a link or an address")
                placeholderText: qsTr("192.168.1.20 or confab://…")
                text: root.join.addressText
                enabled: !root.join.isConnecting
                onEdited: text => root.join.addressText = text
                onAccepted: root.join.joinAddress()
            }
            AppButton {
                id: go
                anchors.bottom: parent.bottom
                kind: AppButton.Kind.Primary
                text: root.join.isConnecting ? qsTr("Joining…") : qsTr("Join")
                busy: root.join.isConnecting
                enabled: root.join.addressText.trim().length > 0 || root.join.isConnecting
                onClicked: root.join.joinAddress()
            }
        }
    }

    Row {
        visible: root.join.isConnecting && !root.isAsked
        spacing: Theme.space3

        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            running: true
            size: Theme.icon
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            secondary: true
            text: qsTr("Connecting to %1…").arg(root.join.connectingTo)
        }
        AppButton {
            kind: AppButton.Kind.Ghost
            text: qsTr("Cancel")
            onClicked: root.join.cancel()
        }
    }
}
