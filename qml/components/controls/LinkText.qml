import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! Words that act like a button within text. */
T.AbstractButton {
    id: root

    property color ink: enabled ? Theme.accentText : Theme.textDisabled

    implicitWidth: implicitContentWidth
    implicitHeight: implicitContentHeight
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Link
    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: Text {
        text: root.text
        textFormat: Text.PlainText
        font.family: root.font.family
        font.pixelSize: root.font.pixelSize
        font.weight: root.font.weight
        font.underline: root.hovered || root.visualFocus
        color: root.ink
        elide: Text.ElideRight
    }

    background: Item {
        FocusFrame {
            shown: root.visualFocus
            radius: Theme.radiusSmall
        }
    }

    HoverHandler {
        cursorShape: Qt.PointingHandCursor
    }
}
