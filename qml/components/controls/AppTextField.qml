import QtQuick
import Confab.Theme

/*! A box for one line, with a label above and a hint or a problem below. */
FocusScope {
    id: root

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias iconName: input.iconName
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias inputMethodHints: input.inputMethodHints
    property alias field: input
    property string label
    property string hint
    property string problem
    /*! For passwords: shows dots, and a button to look at them. */
    property bool secret: false
    property bool clearable: false
    property bool revealed: false

    signal edited(string text)
    signal accepted

    implicitWidth: 260
    implicitHeight: column.implicitHeight
    // What is above it must not steal what a screen reader says of the box.
    Accessible.ignored: true

    Column {
        id: column

        width: parent.width
        spacing: 6

        Label {
            width: parent.width
            text: root.label
            kind: Label.Kind.Small
            strong: true
            secondary: true
            visible: text.length > 0
            Accessible.ignored: true
        }
        InputField {
            id: input

            width: parent.width
            focus: true
            enabled: root.enabled
            faulty: root.problem.length > 0
            trailing: button.visible ? button.width : 0
            echoMode: root.secret && !root.revealed ? TextInput.Password : TextInput.Normal
            Accessible.name: root.label.length > 0 ? root.label : root.placeholderText
            Accessible.description: root.problem.length > 0 ? root.problem : root.hint
            onTextEdited: root.edited(text)
            onAccepted: root.accepted()

            IconButton {
                id: button

                anchors.right: parent.right
                anchors.rightMargin: Theme.space1
                anchors.verticalCenter: parent.verticalCenter
                small: true
                visible: root.secret || (root.clearable && input.length > 0 && !input.readOnly)
                iconName: root.secret ? (root.revealed ? "eye-off" : "eye") : "close"
                text: root.secret ? (root.revealed ? qsTr("Hide password") : qsTr("Show password")) : qsTr("Clear")
                onClicked: {
                    if (root.secret) {
                        root.revealed = !root.revealed;
                    } else {
                        input.clear();
                        root.edited("");
                        input.forceActiveFocus();
                    }
                }
            }
        }
        Label {
            width: parent.width
            text: root.problem.length > 0 ? root.problem : root.hint
            kind: Label.Kind.Caption
            color: root.problem.length > 0 ? Theme.dangerText : Theme.textMuted
            wrapMode: Text.Wrap
            visible: text.length > 0
            Accessible.role: root.problem.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
        }
    }
}
