import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    What can be typed into the search besides words.
*/
Column {
    id: root

    topPadding: Theme.space3
    spacing: Theme.space3

    Label {
        width: parent.width
        kind: Label.Kind.Small
        muted: true
        wrapMode: Text.Wrap
        text: qsTr("You can narrow it down:")
    }
    Repeater {
        model: [
            {code: "from:anna", text: qsTr("what Anna wrote")},
            {code: "in:lobby", text: qsTr("only in that room")},
            {code: "before:2026-03-01", text: qsTr("before that day")},
            {code: "after:2026-02-01", text: qsTr("on that day or later")},
            {code: "\"to the point\"", text: qsTr("these words side by side")}
        ]

        delegate: Column {
            id: hint

            required property var modelData

            width: parent.width
            spacing: 2

            Label {
                text: hint.modelData.code
                kind: Label.Kind.Small
                font.family: Theme.monospaceFamily
                color: Theme.codeText
            }
            Label {
                width: parent.width
                kind: Label.Kind.Small
                muted: true
                text: hint.modelData.text
            }
        }
    }
}
