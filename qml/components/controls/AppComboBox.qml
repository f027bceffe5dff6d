import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A choice out of a list that drops down. */
T.ComboBox {
    id: root

    /*! What is chosen, for a screen reader. */
    property string label

    implicitWidth: 200
    implicitHeight: Theme.controlHeight
    leftPadding: mirrored ? 36 : Theme.space3
    rightPadding: mirrored ? Theme.space3 : 36
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    Accessible.name: label
    Accessible.description: displayText
    Accessible.onPressAction: root.popup.open()

    contentItem: Label {
        text: root.displayText
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }

    indicator: Icon {
        x: root.mirrored ? 10 : root.width - width - 10
        y: Math.round((root.height - height) / 2)
        name: "chevron-down"
        size: 18
        color: root.enabled ? Theme.textSecondary : Theme.textDisabled
    }

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? "transparent" : root.down ? Theme.pressed : root.hovered ? Theme.hover : Theme.field
        border.width: 1
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        FocusFrame {
            shown: root.visualFocus
        }
    }

    delegate: ComboOption {
        required property int index

        text: (ListView.view as ComboList).box.textAt(index)
        taken: (ListView.view as ComboList).box.currentIndex === index
        highlighted: (ListView.view as ComboList).box.highlightedIndex === index
    }

    popup: T.Popup {
        y: root.height + Theme.space1
        width: root.width
        implicitHeight: Math.min(implicitContentHeight + topPadding + bottomPadding, 320)
        margins: Theme.space2
        padding: Theme.space1

        contentItem: ComboList {
            box: root
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            Accessible.name: root.label
        }

        background: PopupBackground {}
    }
}
