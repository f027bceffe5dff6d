import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A chat that was found on the network. */
ListRow {
    id: root

    property string name
    property string address
    property int people: 0
    property string version

    readonly property string peopleText: qsTr("%n people", "", people)

    implicitHeight: Math.max(64, implicitContentHeight + 2 * Theme.space3)
    horizontalPadding: Theme.space3
    Accessible.name: name + ", " + peopleText + ", " + address

    contentItem: Item {
        implicitHeight: title.implicitHeight + 2 + place.implicitHeight

        Avatar {
            id: disc

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            size: 40
            square: true
            iconName: "chat"
            colour: Theme.accent
        }
        Label {
            id: title

            anchors.left: disc.right
            anchors.leftMargin: Theme.space3
            anchors.right: arrow.left
            anchors.rightMargin: Theme.space2
            anchors.bottom: parent.verticalCenter
            text: root.name
            strong: true
            Accessible.ignored: true
        }
        Label {
            id: place

            anchors.left: title.left
            anchors.right: title.right
            anchors.top: parent.verticalCenter
            anchors.topMargin: 2
            text: root.peopleText + "  ·  " + root.address
            kind: Label.Kind.Small
            muted: true
            Accessible.ignored: true
        }
        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            directional: true
            color: root.hovered ? Theme.text : Theme.textMuted
        }
    }
}
