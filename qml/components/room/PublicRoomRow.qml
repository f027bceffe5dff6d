import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! A room that one may join. */
ListRow {
    id: root

    property string name
    property string topic
    property int members: 0
    property bool isMember: false

    readonly property string membersText: qsTr("%n member(s)", "", members)

    signal joinRequested
    signal openRequested

    implicitHeight: Math.max(56, implicitContentHeight + 2 * Theme.space2)
    horizontalPadding: Theme.space3
    onClicked: {
        if (isMember)
            openRequested();
        else
            joinRequested();
    }
    Accessible.name: name + ", " + membersText + (topic.length > 0 ? ", " + topic : "")
    Accessible.description: button.text

    contentItem: Item {
        implicitHeight: title.implicitHeight + 2 + about.implicitHeight

        Icon {
            id: icon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: "hash"
        }
        Label {
            id: title

            anchors.left: icon.right
            anchors.leftMargin: Theme.space3
            anchors.right: button.left
            anchors.rightMargin: Theme.space3
            anchors.bottom: parent.verticalCenter
            text: root.name
            strong: true
            Accessible.ignored: true
        }
        Label {
            id: about

            anchors.left: title.left
            anchors.right: title.right
            anchors.top: parent.verticalCenter
            anchors.topMargin: 2
            text: root.topic.length > 0 ? root.membersText + "  ·  " + root.topic : root.membersText
            kind: Label.Kind.Small
            muted: true
            maximumLineCount: 1
            Accessible.ignored: true
        }
        AppButton {
            id: button

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.isMember ? qsTr("Open") : qsTr("Join")
            kind: root.isMember ? AppButton.Kind.Ghost : AppButton.Kind.Secondary
            onClicked: root.clicked()
        }
    }
}
