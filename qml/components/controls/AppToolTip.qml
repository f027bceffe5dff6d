import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A few words about what the pointer is on, with its shortcut. */
T.ToolTip {
    id: root

    property string shortcut
    /*! Beside what it is about instead of below it. */
    property bool beside: false

    x: !parent ? 0 : !beside ? Math.round((parent.width - implicitWidth) / 2) : mirrored ? -implicitWidth : parent.width
    y: !parent ? 0 : beside ? Math.round((parent.height - implicitHeight) / 2) : parent.height + Theme.space1
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.space1
    horizontalPadding: Theme.space2
    verticalPadding: 6
    delay: Theme.toolTipDelay
    timeout: -1
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: Row {
        spacing: Theme.space2

        Label {
            text: root.text
            kind: Label.Kind.Caption
            color: Theme.textOnInverse
        }
        Label {
            text: root.shortcut
            kind: Label.Kind.Caption
            color: Theme.textOnInverse
            opacity: 0.7
            visible: text.length > 0
        }
    }

    background: Rectangle {
        radius: 6
        color: Theme.inverse
    }
}
