import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! The name of a day, in a pill; it leads to the calendar. */
T.AbstractButton {
    id: root

    implicitWidth: implicitContentWidth + 2 * Theme.space3
    implicitHeight: Math.round(Theme.captionSize * 2)
    horizontalPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: qsTr("Go to another day")
    Accessible.onPressAction: root.clicked()

    contentItem: Label {
        text: root.text
        kind: Label.Kind.Caption
        strong: true
        color: root.hovered ? Theme.text : Theme.textSecondary
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }

    background: Rectangle {
        radius: height / 2
        color: Theme.raised
        border.width: 1
        border.color: root.hovered ? Theme.borderStrong : Theme.border

        FocusFrame {
            shown: root.visualFocus
            radius: height / 2
        }
    }
}
