import QtQuick

import Confab.Components.Controls
import Confab.Components.Room
import Confab.Theme
import Confab.ViewModels

/*!
    The chats that have answered on the network; when none has, what could be the reason.
*/
Column {
    id: root

    required property JoinViewModel join

    spacing: Theme.space2

    Item {
        width: parent.width
        implicitHeight: heading.implicitHeight

        Label {
            id: heading
            anchors.left: parent.left
            kind: Label.Kind.Small
            strong: true
            secondary: true
            text: qsTr("On your network")
            Accessible.role: Accessible.Heading
        }
        Spinner {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            running: root.join.isSearching
            size: Theme.iconSmall
        }
    }

    Surface {
        width: parent.width
        padding: Theme.space2
        spacing: 0

        Column {
            width: parent.width
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Chats on your network")

            Repeater {
                id: list

                function rowOf(item: Item): int {
                    for (let row = 0; row < list.count; ++row) {
                        if (list.itemAt(row) === item)
                            return row;
                    }
                    return -1;
                }

                model: root.join.found

                delegate: FoundChatRow {
                    id: row

                    required property var model

                    width: parent.width
                    name: row.model.name
                    address: row.model.address
                    people: row.model.people
                    version: row.model.version
                }

                onItemAdded: (index, item) => {
                    const row = item as FoundChatRow;
                    row.enabled = Qt.binding(() => !root.join.isConnecting);
                    row.clicked.connect(() => root.join.joinFound(list.rowOf(row)));
                }
            }
        }

        Item {
            width: parent.width
            visible: list.count === 0 && !root.join.nothingFound
            implicitHeight: 96

            Label {
                anchors.centerIn: parent
                muted: true
                text: qsTr("Looking for chats…")
            }
        }

        Column {
            width: parent.width
            visible: list.count === 0 && root.join.nothingFound
            padding: Theme.space3
            spacing: Theme.space2

            Label {
                width: parent.width - 2 * parent.padding
                strong: true
                wrapMode: Text.Wrap
                text: qsTr("No chat found yet")
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width - 2 * parent.padding
                secondary: true
                wrapMode: Text.Wrap
                lineHeight: Theme.lineHeight
                text: qsTr("Confab keeps looking. If there should be one, this may be why:")
            }
            Repeater {
                model: root.join.reasons

                delegate: Row {
                    id: reason

                    required property string modelData

                    width: parent.width - 2 * Theme.space3
                    spacing: Theme.space2

                    Label {
                        muted: true
                        text: "•"
                        Accessible.ignored: true
                    }
                    Label {
                        width: parent.width - Theme.space5
                        wrapMode: Text.Wrap
                        lineHeight: Theme.lineHeight
                        secondary: true
                        text: reason.modelData
                    }
                }
            }
        }
    }
}
