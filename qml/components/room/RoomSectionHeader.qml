import QtQuick
import Confab.Components.Controls

/*! The name of a section of the room list, with a button to add to it. */
SectionHeader {
    id: root

    /*! What the button does; empty: there is none. */
    property string addText

    signal addRequested

    collapsible: true

    IconButton {
        small: true
        iconName: "plus"
        text: root.addText
        visible: root.addText.length > 0
        onClicked: root.addRequested()
    }
}
