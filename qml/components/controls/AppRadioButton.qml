import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One of several things of which one is so; those with the same parent belong together. */
T.RadioButton {
    id: root

    property string description

    /*! What Return and a screen reader do. */
    function press(): void {
        if (checked)
            return;
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
    Accessible.role: Accessible.RadioButton
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
        radius: 10
        color: root.checked ? (root.enabled ? Theme.accent : Theme.textDisabled) : root.hovered ? Theme.hover : "transparent"
        border.width: root.checked ? 0 : 1.5
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        Rectangle {
            anchors.centerIn: parent
            width: 8
            height: 8
            radius: 4
            color: Theme.textOnAccent
            visible: root.checked
        }
        FocusFrame {
            shown: root.visualFocus
            radius: 14
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
