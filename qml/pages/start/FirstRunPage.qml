import QtQuick

import Confab.Components.Controls
import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The first screen: a name, and the two ways into a chat.
*/
PageFrame {
    id: root

    required property AppViewModel app
    required property Dialogs dialogs

    readonly property bool hasChats: root.app.servers.count > 0
    readonly property bool isReady: root.app.myName.trim().length > 0 && root.app.myNameProblem.length === 0
    readonly property bool isNarrow: width < 560

    canGoBack: root.app.chat !== null
    title: qsTr("Start or join a chat")
    centred: true

    onBackRequested: root.app.showChat()
    Component.onCompleted: {
        name.forceActiveFocus();
        name.field.selectAll();
    }

    Column {
        width: parent.width
        spacing: Theme.space3

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 72
            height: 72
            radius: 20
            color: Theme.accent
            Accessible.ignored: true

            Icon {
                anchors.centerIn: parent
                name: "chat"
                color: Theme.textOnAccent
                size: 40
            }
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            kind: Label.Kind.Display
            text: qsTr("Confab")
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            kind: Label.Kind.Lead
            secondary: true
            text: qsTr("Chat with the people on your network. No account, no cloud.")
        }
    }

    AppTextField {
        id: name
        width: parent.width
        label: qsTr("Your name")
        placeholderText: qsTr("What others call you")
        text: root.app.myName
        problem: root.app.myNameProblem
        maximumLength: 64
        onEdited: text => root.app.myName = text
        onAccepted: host.forceActiveFocus(Qt.TabFocusReason)
    }

    Grid {
        id: choices
        width: parent.width
        columns: root.isNarrow ? 1 : 2
        columnSpacing: Theme.space4
        rowSpacing: Theme.space4

        readonly property real cardWidth: (width - (columns - 1) * columnSpacing) / columns
        readonly property real cardHeight: Math.max(host.implicitHeight, join.implicitHeight)

        ChoiceCard {
            id: host
            width: choices.cardWidth
            height: choices.cardHeight
            primary: true
            enabled: root.isReady
            iconName: "home"
            text: qsTr("Host a chat")
            description: qsTr("It starts at once on this computer. Others on your network join you.")
            onClicked: root.app.hostChat()
        }
        ChoiceCard {
            id: join
            width: choices.cardWidth
            height: choices.cardHeight
            enabled: root.isReady
            iconName: "network"
            text: qsTr("Join a chat")
            description: qsTr("Pick one that was found on your network, or paste a link.")
            onClicked: root.app.showJoin()
        }
    }

    Column {
        width: parent.width
        visible: root.hasChats && root.app.chat === null
        spacing: Theme.space1

        SectionHeader {
            width: parent.width
            text: qsTr("Your chats")
        }
        Repeater {
            model: root.app.servers

            delegate: ServerLine {
                width: parent.width
            }

            onItemAdded: (index, item) => {
                const line = item as ServerLine;
                line.clicked.connect(() => root.app.openServer(line.serverId));
                line.removeRequested.connect(() => root.dialogs.openRemoveServer(line.serverId, line.name));
            }
        }
    }

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.space2

        AppButton {
            kind: AppButton.Kind.Ghost
            iconName: "settings"
            text: qsTr("Settings")
            onClicked: root.dialogs.openSettings()
        }
        AppButton {
            kind: AppButton.Kind.Ghost
            iconName: "keyboard"
            text: qsTr("Shortcuts")
            onClicked: root.dialogs.openShortcuts()
        }
    }
}
