import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! One tab of a TabStrip. */
T.AbstractButton {
    id: root

    required property var modelData
    required property int index

    property bool taken: false
    /*! Where there is not room for all tabs, none is wider than this. */
    property real widest: Infinity

    implicitWidth: implicitContentWidth + 2 * Theme.space3
    width: Math.min(implicitWidth, widest)
    implicitHeight: Theme.controlHeight + Theme.space2
    // Where it is tight the padding goes first, then the end of the text.
    horizontalPadding: Math.max(Theme.space1, Math.min(Theme.space3, (width - implicitContentWidth) / 2))
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    text: modelData.text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: taken
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        readonly property real besideLabel: badge.visible ? badge.width + 6 : 0

        implicitWidth: Math.ceil(label.implicitWidth) + besideLabel
        implicitHeight: label.implicitHeight

        Label {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(Math.ceil(implicitWidth), parent.width - parent.besideLabel)
            elide: Text.ElideRight
            text: root.text
            strong: true
            kind: Label.Kind.Small
            color: root.taken ? Theme.accentText : root.hovered ? Theme.text : Theme.textSecondary
            Accessible.ignored: true
        }
        Badge {
            id: badge
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            count: root.modelData.count === undefined ? 0 : root.modelData.count
            kind: Badge.Kind.Quiet
        }
    }

    background: Item {
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.space2
            anchors.rightMargin: Theme.space2
            height: 3
            radius: 1.5
            color: root.taken ? Theme.accentText : root.hovered ? Theme.border : "transparent"
        }
        FocusFrame {
            shown: root.visualFocus
            gap: -4
        }
    }
}
