import QtQuick
import Confab.Theme

/*! What stands where nothing is yet, with one thing to do about it. */
Column {
    id: root

    property string iconName
    property string title
    property string text
    property string actionText
    property string secondActionText

    signal actionTriggered
    signal secondActionTriggered

    width: 320
    spacing: Theme.space2

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 64
        height: 64
        radius: 32
        color: Theme.accentSoft
        visible: root.iconName.length > 0

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: Theme.accentText
            size: 28
        }
    }
    Item {
        width: 1
        height: Theme.space1
        visible: root.iconName.length > 0
    }
    Label {
        width: parent.width
        text: root.title
        kind: Label.Kind.Lead
        strong: true
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
        visible: text.length > 0
        Accessible.role: Accessible.Heading
    }
    Label {
        width: parent.width
        text: root.text
        secondary: true
        wrapMode: Text.Wrap
        lineHeight: Theme.lineHeight
        horizontalAlignment: Text.AlignHCenter
        visible: text.length > 0
    }
    Item {
        width: 1
        height: Theme.space1
        visible: root.actionText.length > 0
    }
    AppButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.actionText
        kind: AppButton.Kind.Primary
        visible: text.length > 0
        onClicked: root.actionTriggered()
    }
    AppButton {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.secondActionText
        kind: AppButton.Kind.Ghost
        visible: text.length > 0
        onClicked: root.secondActionTriggered()
    }
}
