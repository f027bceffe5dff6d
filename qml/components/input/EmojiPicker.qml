import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! All emoji by group, with a search and those used last. Put it in an AppPopup. */
FocusScope {
    id: root

    /*! Rows with the roles emoji, name and group. */
    property alias model: grid.model
    property alias query: search.text
    /*! Those used last, latest first. */
    property var recent: []

    readonly property bool searching: search.text.length > 0

    signal queryEdited(string text)
    signal chosen(string emoji)

    implicitWidth: 360
    implicitHeight: 380
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Emoji picker")

    SearchField {
        id: search

        anchors.left: parent.left
        anchors.right: parent.right
        focus: true
        placeholderText: qsTr("Search emoji")
        onEdited: text => {
            root.queryEdited(text);
            // Only now: what was the first one moves when others are found before it.
            grid.forceLayout();
            grid.currentIndex = 0;
        }
        onAccepted: grid.chooseCurrent()
        onDownPressed: {
            grid.usesKeys = true;
            grid.forceActiveFocus();
        }
    }

    Column {
        id: recents

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: search.bottom
        anchors.topMargin: Theme.space2
        visible: root.recent.length > 0 && !root.searching
        height: visible ? implicitHeight : 0

        SectionHeader {
            width: parent.width
            text: qsTr("Used last")
        }
        Row {
            height: 42
            clip: true
            width: parent.width

            Repeater {
                model: root.recent.slice(0, Math.floor(recents.width / 42))
                delegate: RecentEmoji {}
                onItemAdded: (index, item) => {
                    const cell = item as RecentEmoji;
                    cell.width = Qt.binding(() => grid.cellWidth);
                    cell.clicked.connect(() => root.chosen(cell.emoji));
                }
            }
        }
    }

    SectionHeader {
        id: heading

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: recents.visible ? recents.bottom : search.bottom
        anchors.topMargin: recents.visible ? 0 : Theme.space2
        text: root.searching ? qsTr("Found") : grid.topGroup
    }

    EmojiGrid {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: heading.bottom
        anchors.bottom: parent.bottom
        visible: count > 0
        onChosen: emoji => root.chosen(emoji)
        onActiveFocusChanged: usesKeys = activeFocus
        Keys.onReturnPressed: grid.chooseCurrent()
        Keys.onEnterPressed: grid.chooseCurrent()
        Keys.onSpacePressed: grid.chooseCurrent()
        Keys.onPressed: event => {
            if (event.text <= " ")
                return;
            search.forceActiveFocus();
            search.text += event.text;
            search.edited(search.text);
        }
    }
    Label {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: heading.bottom
        anchors.topMargin: Theme.space6
        text: qsTr("Nothing found")
        muted: true
        visible: root.searching && grid.count === 0
    }
}
