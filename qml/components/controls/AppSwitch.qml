import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A setting that is on or off: words in front, the switch at the end of the row. */
T.Switch {
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
    spacing: Theme.space4
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
        x: root.mirrored ? root.leftPadding : root.width - width - root.rightPadding
        y: root.topPadding + Math.round((root.availableHeight - height) / 2)
        implicitWidth: 40
        implicitHeight: 24
        radius: 12
        color: root.checked ? (!root.enabled ? Theme.textDisabled : root.hovered ? Theme.accentHover : Theme.accent)
            : root.hovered ? Theme.pressed : Theme.hover
        border.width: root.checked ? 0 : 1.5
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        Rectangle {
            readonly property bool atEnd: root.checked !== root.mirrored

            x: atEnd ? parent.width - width - 4 : 4
            anchors.verticalCenter: parent.verticalCenter
            width: root.checked ? 16 : 14
            height: width
            radius: width / 2
            color: root.checked ? Theme.textOnAccent : root.enabled ? Theme.borderStrong : Theme.border

            Behavior on x {
                NumberAnimation {
                    duration: Theme.fast
                }
            }
        }
        FocusFrame {
            shown: root.visualFocus
            radius: 16
        }
    }

    contentItem: Item {
        implicitWidth: root.indicator.implicitWidth + root.spacing + words.implicitWidth
        implicitHeight: words.implicitHeight

        OptionText {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.rightMargin: root.indicator.implicitWidth + root.spacing
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            description: root.description
            enabled: root.enabled
        }
    }
}
