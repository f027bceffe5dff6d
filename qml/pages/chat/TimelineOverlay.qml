import QtQuick

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Theme
import Confab.ViewModels

/*!
    What floats over the messages: the day while scrolling, the ways to what is new, and what went wrong.
*/
Item {
    id: root

    required property RoomViewModel room
    required property MessageList list

    signal dateActivated

    Banner {
        id: problem
        width: parent.width
        visible: root.room.problem.length > 0
        kind: Banner.Kind.Warning
        text: root.room.problem
        actionText: qsTr("Try again")
        onActionTriggered: root.room.loadOlder()
    }

    Spinner {
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.list.count === 0 ? (parent.height - height) / 2 : Theme.space4
        running: root.room.isLoading && (root.list.count === 0 || root.list.distanceAbove < root.list.height)
        visible: running
    }

    DayChip {
        id: day
        anchors.horizontalCenter: parent.horizontalCenter
        y: (problem.visible ? problem.height : 0) + Theme.space2
        focusPolicy: Qt.NoFocus
        text: root.list.dayInView
        opacity: text.length > 0 && (scrolling.running || hovered) ? 1 : 0
        visible: opacity > 0
        onClicked: root.dateActivated()

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.normal
            }
        }
    }

    JumpButton {
        anchors.horizontalCenter: parent.horizontalCenter
        y: (problem.visible ? problem.height : 0) + (day.visible ? day.height + Theme.space2 : 0) + Theme.space2
        visible: root.room.hasUnreadAbove
        highlighted: true
        iconName: "arrow-up"
        text: qsTr("To the first new message")
        onClicked: root.room.jumpToFirstUnread()
    }

    JumpButton {
        anchors.right: parent.right
        anchors.rightMargin: Theme.space5
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space3
        visible: root.room.hasNewer || root.list.distanceBelow > root.list.height / 3
        highlighted: root.room.newBelow > 0
        iconName: "arrow-down"
        text: root.room.newBelow > 0 ? qsTr("%n new", "", root.room.newBelow) : ""
        onClicked: root.room.jumpToLatest()
    }

    Timer {
        id: scrolling
        interval: 1200
    }
    Connections {
        target: root.list

        function onContentYChanged(): void {
            if (root.list.distanceBelow > Theme.space12)
                scrolling.restart();
        }
    }
}
