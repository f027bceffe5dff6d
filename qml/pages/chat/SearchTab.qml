import QtQuick

import Confab.Components.Controls
import Confab.Components.Message
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    Finds what was written, in this room or in all.
*/
FocusScope {
    id: root

    required property ChatViewModel chat
    readonly property SearchViewModel search: root.chat.search

    Column {
        id: controls
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        spacing: Theme.space2

        SearchField {
            id: field
            width: parent.width
            focus: true
            placeholderText: root.search.inThisRoom ? qsTr("Search in this room") : qsTr("Search everywhere")
            text: root.search.query
            busy: root.search.isBusy
            onEdited: text => root.search.query = text
            onAccepted: {
                if (list.count > 0)
                    root.search.open(Math.max(0, list.currentIndex));
            }
            onDownPressed: list.focusRow(0)
            Component.onCompleted: field.field.selectAll()
        }
        SegmentedControl {
            visible: root.chat.room !== null
            label: qsTr("Where to search")
            currentValue: root.search.inThisRoom
            options: [
                {text: qsTr("This room"), value: true},
                {text: qsTr("Everywhere"), value: false}
            ]
            onSelected: value => root.search.inThisRoom = value
        }
        Banner {
            width: parent.width
            radius: Theme.radius
            visible: root.search.problem.length > 0
            kind: Banner.Kind.Danger
            text: root.search.problem
        }
        Label {
            width: parent.width
            visible: root.search.isOffline && root.search.query.length > 0
            kind: Label.Kind.Small
            muted: true
            wrapMode: Text.Wrap
            text: qsTr("Offline: only what is kept on this computer is searched.")
        }
    }

    RowList {
        id: list
        anchors.top: controls.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space2
        name: qsTr("Results")
        model: root.search.results
        onActivated: row => root.search.open(row.index)
        onLeftAbove: field.forceActiveFocus(Qt.BacktabFocusReason)
        onAtYEndChanged: {
            if (list.atYEnd && list.count > 0 && root.search.hasMore && !root.search.isBusy)
                root.search.loadMore();
        }

        delegate: SearchResultRow {
            id: row

            required property int index
            required property var model

            width: ListView.view.width - Theme.space2
            current: ListView.isCurrentItem && ListView.view.activeFocus
            roomName: row.model.roomName
            authorName: row.model.authorName
            initial: row.model.initial
            colour: row.model.color
            timeText: row.model.timeText
            snippetHtml: row.model.snippetHtml
            onClicked: (ListView.view as RowList).activated(row)
        }

        EmptyState {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.space10
            width: parent.width - 2 * Theme.space4
            visible: root.search.isEmptyResult
            iconName: "search"
            title: qsTr("Nothing found")
            text: root.search.inThisRoom ? qsTr("Try other words, or search in all rooms.") : qsTr("Try other words.")
            actionText: root.search.inThisRoom ? qsTr("Search everywhere") : ""
            onActionTriggered: root.search.inThisRoom = false
        }
        SearchHints {
            width: parent.width - Theme.space4
            x: Theme.space2
            visible: root.search.query.length === 0
        }
    }
}
