import QtQuick

import Confab.Components.Controls
import Confab.Pages.Parts
import Confab.Theme

/*!
    A chat that one has been in before.
*/
ListRow {
    id: root

    required property string serverId
    required property string name
    required property string initial
    required property string color
    required property string address
    required property bool isHosted

    signal removeRequested

    implicitHeight: Theme.rowHeight + Theme.space4
    text: root.name
    Accessible.role: Accessible.Button
    Accessible.description: root.address

    rightPadding: remove.width + Theme.space3
    contentItem: AvatarLines {
        title: root.name
        subtitle: root.isHosted ? qsTr("Hosted on this computer") : root.address
        square: true
        initial: root.initial
        colour: root.color
    }

    IconButton {
        id: remove
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        iconName: "trash"
        text: qsTr("Remove %1").arg(root.name)
        onClicked: root.removeRequested()
    }

}
