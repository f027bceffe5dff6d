import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One thing that is so or not. */
T.CheckBox {
    id: root

    property string description

    /*! What Return and a screen reader do. */
    function press(): void {
        toggle();
        toggled();
        clicked();
    }

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    verticalPadding: 6
    spacing: Theme.space3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.press()
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.description: description
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.onPressAction: root.press()
    Accessible.onToggleAction: root.press()

    indicator: Rectangle {
        x: root.mirrored ? root.width - width - root.rightPadding : root.leftPadding
        y: root.topPadding + Math.round((root.availableHeight - height) / 2)
        implicitWidth: 20
        implicitHeight: 20
        radius: 6
        color: root.checked ? (!root.enabled ? Theme.textDisabled : root.down ? Theme.accentPressed
            : root.hovered ? Theme.accentHover : Theme.accent) : root.hovered ? Theme.hover : "transparent"
        border.width: root.checked ? 0 : 1.5
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        Icon {
            anchors.centerIn: parent
            name: root.checked ? "check" : ""
            color: Theme.textOnAccent
            size: 16
        }
        FocusFrame {
            shown: root.visualFocus
            radius: 10
        }
    }

    contentItem: Item {
        implicitWidth: root.indicator.implicitWidth + root.spacing + words.implicitWidth
        implicitHeight: words.implicitHeight

        OptionText {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: root.indicator.implicitWidth + root.spacing
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            description: root.description
            enabled: root.enabled
        }
    }
}
