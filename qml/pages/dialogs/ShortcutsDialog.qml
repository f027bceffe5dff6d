import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme

/*!
    Every key there is, by what it is good for.
*/
AppDialog {
    id: root

    /*! Those that work everywhere: a list of CommandShortcut. */
    required property var commands

    readonly property var local: [
        {group: qsTr("While writing"), rows: [
            {keys: qsTr("Enter"), text: qsTr("Send")},
            {keys: qsTr("Shift+Enter"), text: qsTr("New line")},
            {keys: qsTr("Up"), text: qsTr("Change your last message, when the box is empty")},
            {keys: qsTr("Shift+Up"), text: qsTr("Reply to the last message, when the box is empty")},
            {keys: qsTr("Tab"), text: qsTr("Take the suggested name, room or emoji")},
            {keys: qsTr("Esc"), text: qsTr("Take back: suggestion, change, reply")}
        ]},
        {group: qsTr("On a message"), rows: [
            {keys: qsTr("Up"), text: qsTr("Message above")},
            {keys: qsTr("Down"), text: qsTr("Message below")},
            {keys: "R", text: qsTr("Reply")},
            {keys: qsTr("Plus"), text: qsTr("React")},
            {keys: "E", text: qsTr("Change")},
            {keys: "C", text: qsTr("Copy")},
            {keys: "P", text: qsTr("Pin or unpin")},
            {keys: qsTr("Del"), text: qsTr("Delete")},
            {keys: qsTr("Enter"), text: qsTr("All actions")}
        ]}
    ]

    function grouped(): var {
        const groups = [];
        for (let i = 0; i < root.commands.length; ++i) {
            const command = root.commands[i];
            let found = groups.find(group => group.group === command.group);
            if (found === undefined) {
                found = {group: command.group, rows: []};
                groups.push(found);
            }
            found.rows.push({keys: command.nativeText, text: command.text});
        }
        return groups.concat(root.local);
    }

    title: qsTr("Keyboard shortcuts")
    primaryText: ""
    secondaryText: qsTr("Close")
    maximumWidth: 760

    Flickable {
        id: flickable
        // The scroll bar lies in the margin of the dialog.
        width: parent.width + Theme.space3
        height: Math.min(contentHeight, (root.parent ? root.parent.height : 740) - 2 * Theme.space6 - 3 * Theme.headerHeight)
        contentHeight: groups.height
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScrollBar {}
        Keys.onUpPressed: flickable.contentY = Math.max(0, flickable.contentY - 60)
        Keys.onDownPressed: flickable.contentY = Math.min(flickable.contentHeight - flickable.height, flickable.contentY + 60)

        Divider {
            parent: flickable
            width: parent.width - Theme.space3
            visible: !flickable.atYBeginning
        }
        Divider {
            parent: flickable
            anchors.bottom: parent.bottom
            width: parent.width - Theme.space3
            visible: !flickable.atYEnd
        }
        Flow {
            id: groups

            readonly property real columnWidth: width < 560 ? width : Math.floor((width - spacing) / 2)

            width: parent.width - Theme.space3
            spacing: Theme.space6

            Repeater {
                model: root.grouped()

                delegate: ShortcutGroup {}

                onItemAdded: (index, item) => item.width = Qt.binding(() => groups.columnWidth)
            }
        }
    }
}
