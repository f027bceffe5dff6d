import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! The name of a part of a list or page, with room for buttons at its end; it may fold what is below it. */
Item {
    id: root

    property string text
    /*! Below 0 shows none. */
    property int count: -1
    property bool collapsible: false
    property bool collapsed: false

    default property alias buttons: buttons.data

    signal toggled

    implicitWidth: 200
    implicitHeight: Math.max(32, Math.round(Theme.captionSize * 2.6))

    T.AbstractButton {
        id: button

        anchors.left: parent.left
        anchors.right: buttons.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        enabled: root.collapsible
        hoverEnabled: true
        focusPolicy: root.collapsible ? Qt.StrongFocus : Qt.NoFocus
        text: root.text
        onClicked: root.toggled()
        Keys.onReturnPressed: button.clicked()
        Keys.onEnterPressed: button.clicked()
        Accessible.role: root.collapsible ? Accessible.Button : Accessible.Heading
        Accessible.name: root.count >= 0 ? qsTr("%1, %2").arg(root.text).arg(root.count) : root.text
        Accessible.description: !root.collapsible ? "" : root.collapsed ? qsTr("Folded") : qsTr("Unfolded")
        Accessible.onPressAction: button.clicked()

        contentItem: Row {
            spacing: 6
            leftPadding: Theme.space2

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                kind: Label.Kind.Caption
                strong: true
                color: button.hovered && root.collapsible ? Theme.text : Theme.textMuted
                Accessible.ignored: true
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.count >= 0 ? String(root.count) : ""
                kind: Label.Kind.Caption
                muted: true
                visible: text.length > 0
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: !root.collapsible ? "" : root.collapsed ? "chevron-right" : "chevron-down"
                color: button.hovered ? Theme.text : Theme.textMuted
                size: 14
                directional: root.collapsed
                visible: root.collapsible
            }
        }

        background: Item {
            FocusFrame {
                shown: button.visualFocus
                gap: -2
            }
        }
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
}
