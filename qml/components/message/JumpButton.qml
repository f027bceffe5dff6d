import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! Floats over a timeline and leads to what is new or first unread. */
T.AbstractButton {
    id: root

    property string iconName: "arrow-down"
    /*! Whether there is something to see there, so that it stands out. */
    property bool highlighted: false

    readonly property color ink: highlighted ? Theme.textOnAccent : hovered ? Theme.text : Theme.textSecondary

    implicitWidth: text.length > 0 ? implicitContentWidth + 2 * Theme.space4 : implicitHeight
    implicitHeight: Theme.controlHeight
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: text.length > 0 ? text : qsTr("Go to the newest message")
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        implicitWidth: row.implicitWidth

        Row {
            id: row

            anchors.centerIn: parent
            spacing: 6

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                color: root.ink
                size: 18
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                kind: Label.Kind.Small
                strong: true
                color: root.ink
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
    }

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: -3
            anchors.topMargin: -1
            anchors.bottomMargin: -5
            radius: height / 2
            color: Theme.shadow
        }
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: !root.highlighted ? Theme.raised : root.down ? Theme.accentPressed
                : root.hovered ? Theme.accentHover : Theme.accent
            border.width: root.highlighted ? 0 : 1
            border.color: root.hovered ? Theme.borderStrong : Theme.border
        }
        FocusFrame {
            shown: root.visualFocus
            radius: height / 2
        }
    }
}
