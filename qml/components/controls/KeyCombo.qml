import QtQuick
import Confab.Theme

/*! Keys that are pressed together, such as Ctrl+Shift+F. */
Row {
    id: root

    property string keys

    spacing: Theme.space1
    // Keys stand in the order in which they are named, whichever way one reads.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: keys

    Repeater {
        model: root.keys.length > 0 ? root.keys.split("+") : []

        KeyCap {
            required property string modelData

            text: modelData
            Accessible.ignored: true
        }
    }
}
