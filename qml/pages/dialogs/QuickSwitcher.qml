import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Pages.Parts
import Confab.Theme
import Confab.ViewModels

/*!
    Goes to a room or person by a few letters of the name.
*/
AppPopup {
    id: root

    required property ChatViewModel chat
    readonly property SwitcherViewModel switcher: root.chat.switcher

    function move(by: int): void {
        if (list.count > 0)
            list.currentIndex = (list.currentIndex + by + list.count) % list.count;
    }

    function go(row: int): void {
        if (row < 0 || row >= list.count)
            return;
        root.close();
        root.switcher.open(row);
    }

    parent: T.Overlay.overlay
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.max(Theme.space4, parent.height * 0.14))
    width: Math.min(parent.width - 2 * Theme.space4, 520)
    padding: Theme.space2
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    Component.onCompleted: {
        root.switcher.query = "";
        root.switcher.refresh();
    }
    onOpened: search.forceActiveFocus()

    Column {
        width: parent.width
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("Go to a room or person")
        spacing: Theme.space2

        SearchField {
            id: search
            width: parent.width
            placeholderText: qsTr("Go to a room or person")
            onEdited: text => {
                root.switcher.query = text;
                list.currentIndex = 0;
            }
            onDownPressed: root.move(1)
            onUpPressed: root.move(-1)
            onAccepted: root.go(list.currentIndex)
        }
        RowList {
            id: list
            width: parent.width
            height: Math.min(list.contentHeight, 9 * (Theme.rowHeight + Theme.space3))
            activeFocusOnTab: false
            currentIndex: 0
            name: qsTr("Rooms and people")
            model: root.switcher.results
            onActivated: row => root.go(row.index)

            delegate: SwitcherRow {
                id: row

                required property int index
                required property var model

                width: ListView.view.width
                selected: ListView.isCurrentItem
                title: row.model.title
                subtitle: row.model.subtitle
                kind: row.model.kind
                initial: row.model.initial
                colour: row.model.color
                unread: row.model.unread
                mentions: row.model.mentions
                onClicked: (ListView.view as RowList).activated(row)
            }
        }
        Label {
            width: parent.width
            padding: Theme.space3
            visible: list.count === 0
            horizontalAlignment: Text.AlignHCenter
            muted: true
            wrapMode: Text.Wrap
            text: qsTr("No room or person of that name")
        }
    }
}
