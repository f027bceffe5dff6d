import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Asks before a message is taken back, and shows which.
*/
AppDialog {
    id: root

    required property TimelineModel timeline
    required property string key
    /*! The message's, as plain text. */
    required property string messageText

    title: qsTr("Delete this message?")
    text: qsTr("It disappears for everyone in the room. This cannot be undone.")
    primaryText: qsTr("Delete")
    secondaryText: qsTr("Cancel")
    danger: true

    onAccepted: root.timeline.remove(root.key)

    Rectangle {
        width: parent.width
        implicitHeight: quote.implicitHeight + 2 * Theme.space3
        radius: Theme.radius
        color: Theme.code

        Label {
            id: quote
            anchors.fill: parent
            anchors.margins: Theme.space3
            text: root.messageText
            secondary: true
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }
    }

    Item {
        focus: true
        Keys.onReturnPressed: root.accept()
        Keys.onEnterPressed: root.accept()
    }
}
