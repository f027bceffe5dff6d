import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One choice of a SegmentedControl. */
T.AbstractButton {
    id: root

    required property var modelData

    readonly property string iconName: modelData.iconName === undefined ? "" : modelData.iconName
    property bool taken: false

    implicitWidth: Math.ceil(implicitContentWidth) + 2 * Theme.space3
    implicitHeight: Theme.controlHeight - 6
    horizontalPadding: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: modelData.text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: taken
    Accessible.onPressAction: root.clicked()

    contentItem: Row {
        spacing: 6

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            color: root.taken ? Theme.accentText : Theme.textSecondary
            size: 18
            visible: name.length > 0
        }
        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            strong: true
            kind: Label.Kind.Small
            color: root.taken ? Theme.accentText : root.hovered ? Theme.text : Theme.textSecondary
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radius - 2
        color: root.taken ? Theme.chosen : root.down ? Theme.pressed : "transparent"
        border.width: root.taken ? 1 : 0
        border.color: Theme.chosenBorder

        FocusFrame {
            shown: root.visualFocus
            gap: -1
        }
    }
}
