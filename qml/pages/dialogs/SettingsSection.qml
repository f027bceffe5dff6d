import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    Something of SettingsPage with what it is called above it.
*/
Column {
    id: root

    required property string title
    property string description

    spacing: Theme.space2

    Label {
        width: parent.width
        strong: true
        text: root.title
    }
    Label {
        width: parent.width
        visible: text.length > 0
        kind: Label.Kind.Small
        muted: true
        wrapMode: Text.Wrap
        text: root.description
    }
}
