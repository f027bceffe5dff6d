import QtQuick
import Confab.Components.Controls
import Confab.Theme

/*! Below the box that one writes in: what is wrong, how long one must wait, how much room is left. */
Item {
    id: root

    property string problem
    property string slowModeText
    property int charactersLeft: 0
    property bool showsCharactersLeft: false

    readonly property bool shown: problem.length > 0 || slowModeText.length > 0 || showsCharactersLeft

    implicitHeight: shown ? note.implicitHeight : 0
    visible: shown

    Label {
        id: note

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.right: count.left
        anchors.rightMargin: Theme.space2
        text: root.problem.length > 0 ? root.problem : root.slowModeText
        kind: Label.Kind.Caption
        color: root.problem.length > 0 ? Theme.dangerText : Theme.textMuted
        wrapMode: Text.Wrap
        Accessible.role: root.problem.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
    }
    Label {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        text: root.showsCharactersLeft ? String(root.charactersLeft) : ""
        kind: Label.Kind.Caption
        color: root.charactersLeft < 0 ? Theme.dangerText : Theme.textMuted
        Accessible.name: qsTr("%n character(s) left", "", root.charactersLeft)
    }
}
