import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Somebody in a list: who it is, whether they are there, what they say of themselves. */
ListRow {
    id: root

    property string name
    property string initial
    property color colour: Theme.borderStrong
    property int presence: -1
    /*! What they say of themselves, or when they were last there. */
    property string status
    /*! At the end of the row, such as a role. */
    property string mark
    property bool isMe: false

    readonly property bool absent: presence === PresenceDot.State.Offline || presence === PresenceDot.State.Invisible
    readonly property string presenceText: presence === PresenceDot.State.Online ? qsTr("online")
        : presence === PresenceDot.State.Away ? qsTr("away")
        : presence === PresenceDot.State.DoNotDisturb ? qsTr("do not disturb") : presence >= 0 ? qsTr("offline") : ""

    implicitHeight: Math.max(Theme.rowHeight + Theme.space2, implicitContentHeight + 2 * Theme.space1)
    Accessible.name: name + (isMe ? " " + qsTr("(you)") : "") + (mark.length > 0 ? ", " + mark : "")
        + (presenceText.length > 0 ? ", " + presenceText : "") + (status.length > 0 ? ", " + status : "")

    contentItem: Item {
        implicitHeight: words.implicitHeight

        Avatar {
            id: disc

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            size: 32
            initial: root.initial
            colour: root.colour
            presence: root.presence
            ground: root.selected ? Theme.accentSoft : Theme.surface
            opacity: root.absent ? 0.7 : 1
        }
        Column {
            id: words

            anchors.left: disc.right
            anchors.leftMargin: Theme.space3
            anchors.right: end.left
            anchors.rightMargin: Theme.space2
            anchors.verticalCenter: parent.verticalCenter

            Label {
                width: parent.width
                text: root.isMe ? root.name + " " + qsTr("(you)") : root.name
                color: root.absent ? Theme.textSecondary : Theme.text
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: root.status
                kind: Label.Kind.Caption
                muted: true
                maximumLineCount: 1
                visible: text.length > 0
                Accessible.ignored: true
            }
        }
        Label {
            id: end

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.mark
            kind: Label.Kind.Caption
            muted: true
            Accessible.ignored: true
        }
    }
}
