import QtQuick
import Confab.Theme

/*! Keys that are pressed together, such as Ctrl+Shift+F. */
Row {
    id: root

    property string keys

    /*! What Qt calls keys where it has no words in the language of the program. */
    readonly property var names: ({
        Ctrl: qsTr("Ctrl"), Shift: qsTr("Shift"), Alt: qsTr("Alt"), Up: qsTr("Up"), Down: qsTr("Down"),
        PgUp: qsTr("PgUp"), PgDown: qsTr("PgDown")
    })
    readonly property var parts: root.keys.length > 0 ? root.keys.split("+").map(key => root.names[key] ?? key) : []

    spacing: Theme.space1
    // Keys stand in the order in which they are named, whichever way one reads.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.StaticText
    Accessible.name: root.parts.join("+")

    Repeater {
        model: root.parts

        KeyCap {
            required property string modelData

            text: modelData
            Accessible.ignored: true
        }
    }
}
