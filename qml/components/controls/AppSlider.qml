import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A number between two others. */
T.Slider {
    id: root

    property string label
    /*! The value in words, such as "110 %". */
    property string valueText: String(value)

    implicitWidth: 200
    implicitHeight: Theme.controlHeight
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    snapMode: T.Slider.SnapAlways
    Accessible.role: Accessible.Slider
    Accessible.name: label
    Accessible.description: valueText
    Accessible.onIncreaseAction: {
        root.increase();
        root.moved();
    }
    Accessible.onDecreaseAction: {
        root.decrease();
        root.moved();
    }

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + Math.round((root.availableHeight - height) / 2)
        width: root.availableWidth
        height: 4
        radius: 2
        color: Theme.pressed

        Rectangle {
            x: root.mirrored ? parent.width - width : 0
            width: root.position * parent.width
            height: parent.height
            radius: 2
            color: root.enabled ? Theme.accent : Theme.textDisabled
        }
    }

    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + Math.round((root.availableHeight - height) / 2)
        implicitWidth: 18
        implicitHeight: 18
        radius: 9
        color: root.pressed || root.hovered ? Theme.accentSoft : Theme.raised
        border.width: 2
        border.color: root.enabled ? Theme.accent : Theme.textDisabled

        FocusFrame {
            shown: root.visualFocus
            radius: 13
        }
    }
}
