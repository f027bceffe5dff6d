import QtQuick
import Confab.Theme

/*! A line across a page that says what is wrong or new, with one thing to do about it. */
Rectangle {
    id: root

    enum Kind {
        Info,
        Warning,
        Danger,
        Success
    }

    property int kind: Banner.Kind.Info
    property string text
    property string iconName: ["info", "alert", "alert", "check"][kind]
    property string actionText
    property bool closable: false

    readonly property color ink: [Theme.accentText, Theme.warningText, Theme.dangerText, Theme.successText][kind]

    signal actionTriggered
    signal closed

    implicitWidth: 400
    implicitHeight: Math.max(Theme.controlHeight + Theme.space2, label.implicitHeight + 2 * Theme.space3)
    color: [Theme.accentSoft, Theme.warningSoft, Theme.dangerSoft, Theme.successSoft][kind]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.ink
        size: 18
    }
    Label {
        id: label

        anchors.left: icon.right
        anchors.leftMargin: Theme.space3
        anchors.right: buttons.left
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        kind: Label.Kind.Small
        color: root.ink
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter

        AppButton {
            kind: AppButton.Kind.Ghost
            text: root.actionText
            visible: text.length > 0
            onClicked: root.actionTriggered()
        }
        IconButton {
            iconName: "close"
            text: qsTr("Close")
            visible: root.closable
            onClicked: root.closed()
        }
    }
}
