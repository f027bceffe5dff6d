import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    Some of the keys, under a heading.
*/
Column {
    id: root

    /*! {group, rows: each {keys, text}}. */
    required property var modelData

    spacing: Theme.space2

    Label {
        width: parent.width
        kind: Label.Kind.Small
        strong: true
        secondary: true
        bottomPadding: Theme.space1
        text: root.modelData.group
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: root.modelData.rows

        delegate: ShortcutLine {
            width: parent.width
        }
    }
}
