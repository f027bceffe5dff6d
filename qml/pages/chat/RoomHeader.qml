import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    Above the messages: which room it is, and the ways to what belongs to it.
*/
Item {
    id: root

    required property RoomViewModel room
    /*! There is only one column: shows the way back to the list. */
    required property bool isNarrow

    readonly property string subtitle: root.room.isDirect ? root.room.presenceText
        : root.room.topic.length > 0 ? root.room.topic : root.room.memberNames

    signal backRequested
    signal infoRequested
    signal membersRequested
    signal searchRequested
    signal pinsRequested
    signal calendarRequested

    implicitHeight: Theme.headerHeight

    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    IconButton {
        id: back
        anchors.left: parent.left
        anchors.leftMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        width: visible ? implicitWidth : 0
        visible: root.isNarrow
        iconName: "arrow-left"
        iconDirectional: true
        text: qsTr("Back to the rooms")
        onClicked: root.backRequested()
    }
    ListRow {
        id: title
        anchors.left: back.right
        anchors.right: buttons.left
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height - Theme.space3
        Accessible.role: Accessible.Button
        Accessible.name: root.room.name
        Accessible.description: root.subtitle
        onClicked: root.infoRequested()

        contentItem: AvatarLines {
            prominent: true
            title: root.room.name
            subtitle: root.subtitle
            square: !root.room.isDirect
            iconName: root.room.isDirect ? "" : root.room.kind === RoomViewModel.Kind.Private ? "lock" : "hash"
            initial: root.room.initial
            colour: root.room.color
            presence: root.room.isDirect ? root.room.presence : -1
        }
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter

        IconButton {
            visible: root.width > 420
            checkable: true
            checked: root.room.isFavourite
            iconName: root.room.isFavourite ? "star-filled" : "star"
            text: root.room.isFavourite ? qsTr("No longer a favourite") : qsTr("Make it a favourite")
            onToggled: root.room.isFavourite = !root.room.isFavourite
        }
        IconButton {
            visible: root.width > 420
            iconName: "calendar"
            text: qsTr("Go to a date")
            shortcut: qsTr("Ctrl+D")
            onClicked: root.calendarRequested()
        }
        IconButton {
            visible: root.width > 500
            iconName: "pin"
            text: qsTr("Pinned messages")
            shortcut: qsTr("Ctrl+P")
            onClicked: root.pinsRequested()
        }
        IconButton {
            iconName: "search"
            text: qsTr("Search in this room")
            shortcut: qsTr("Ctrl+F")
            onClicked: root.searchRequested()
        }
        IconButton {
            iconName: "people"
            text: qsTr("Members")
            shortcut: qsTr("Ctrl+M")
            onClicked: root.membersRequested()
        }
    }
}
