import QtQuick

/*! The tool tip of a control that only makes one when it is needed; it fills the control. */
Item {
    id: root

    property alias text: toolTip.text
    property alias shortcut: toolTip.shortcut
    property alias beside: toolTip.beside
    property alias shown: toolTip.visible

    AppToolTip {
        id: toolTip
    }
}
