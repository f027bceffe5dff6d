import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    The hosted chat: that it runs, how others get in, and who is here.
*/
PageFrame {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs
    readonly property HostViewModel host: root.app.host
    readonly property bool isNarrow: width < 700

    title: root.host.running ? qsTr("Your chat is running") : qsTr("Host a chat")
    maximumWidth: 760

    onBackRequested: {
        if (root.app.chat !== null)
            root.app.showChat();
        else
            root.app.showFirstRun();
    }
    Component.onCompleted: open.forceActiveFocus()

    Banner {
        width: parent.width
        radius: Theme.radius
        visible: root.host.problem.length > 0
        kind: Banner.Kind.Danger
        text: root.host.problem
        actionText: qsTr("Try again")
        onActionTriggered: root.host.start()
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.host.starting
        spacing: Theme.space3

        Spinner {
            anchors.verticalCenter: parent.verticalCenter
            running: root.host.starting
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            secondary: true
            text: qsTr("Starting your chat…")
        }
    }

    EmptyState {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: !root.host.running && !root.host.starting && root.host.problem.length === 0
        iconName: "power"
        title: qsTr("Your chat is not running")
        text: qsTr("What was written is kept. Start it and others can join again.")
        actionText: qsTr("Start hosting")
        onActionTriggered: root.host.start()
    }

    Surface {
        width: parent.width
        visible: root.host.running
        spacing: Theme.space5

        Grid {
            id: card
            width: parent.width
            columns: root.isNarrow ? 1 : 2
            columnSpacing: Theme.space6
            rowSpacing: Theme.space5
            horizontalItemAlignment: root.isNarrow ? Grid.AlignHCenter : Grid.AlignLeft

            QrCode {
                id: qr
                source: root.host.qrSource
            }
            Column {
                width: root.isNarrow ? card.width : card.width - qr.width - card.columnSpacing
                spacing: Theme.space4

                Label {
                    width: parent.width
                    wrapMode: Text.Wrap
                    lineHeight: Theme.lineHeight
                    secondary: true
                    text: qsTr("Others on your network open Confab and choose “Join a chat”: yours appears there by itself. Or send them this link.")
                }
                CopyField {
                    id: link
                    width: parent.width
                    label: qsTr("Invitation link")
                    text: root.host.inviteLink
                    buttonText: qsTr("Copy")
                    onCopyRequested: root.host.copyInvite()
                }
                Column {
                    width: parent.width
                    spacing: Theme.space1

                    Label {
                        kind: Label.Kind.Small
                        strong: true
                        secondary: true
                        text: qsTr("Addresses of this computer")
                    }
                    Repeater {
                        model: root.host.addresses

                        delegate: Label {
                            required property string modelData

                            width: parent.width
                            font.family: Theme.monospaceFamily
                            kind: Label.Kind.Small
                            text: modelData
                        }
                    }
                }
            }
        }
    }

    Surface {
        width: parent.width
        visible: root.host.running

        AppTextField {
            id: chatName
            width: parent.width
            label: qsTr("Name of the chat")
            hint: qsTr("Others see it when they look for chats.")
            text: root.host.name
            maximumLength: 64

            Connections {
                target: chatName.field

                function onEditingFinished(): void {
                    root.host.name = chatName.text;
                }
            }
        }
    }

    PeopleHere {
        width: parent.width
        visible: root.host.running
        host: root.host
    }

    Row {
        anchors.right: parent.right
        spacing: Theme.space2
        layoutDirection: Qt.RightToLeft

        AppButton {
            id: open
            kind: AppButton.Kind.Primary
            visible: root.host.running
            enabled: root.app.chat !== null
            text: qsTr("Open the chat")
            onClicked: root.app.showChat()
        }
        AppButton {
            visible: root.host.running
            text: qsTr("Stop hosting")
            onClicked: root.dialogs.openStopHost()
        }
    }
}
