import QtQuick
import Confab.Theme

/*! A text to pass on, such as an invite link: it can be selected, and copied by a button. */
FocusScope {
    id: root

    property string label
    property alias text: input.text
    property string buttonText: qsTr("Copy")
    property bool copied: false

    signal copyRequested

    implicitWidth: 300
    implicitHeight: column.implicitHeight
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
        Item {
            width: parent.width
            height: Theme.controlHeight

            InputField {
                id: input

                anchors.left: parent.left
                anchors.right: button.left
                anchors.rightMargin: Theme.space2
                height: parent.height
                readOnly: true
                focus: true
                font.family: Theme.monospaceFamily
                font.pixelSize: Theme.smallSize
                Accessible.name: root.label
                Accessible.readOnly: true
                onTextChanged: cursorPosition = 0
                Component.onCompleted: cursorPosition = 0
                onActiveFocusChanged: {
                    if (activeFocus)
                        selectAll();
                }
            }
            AppButton {
                id: button

                anchors.right: parent.right
                text: root.copied ? qsTr("Copied") : root.buttonText
                iconName: root.copied ? "check" : "copy"
                onClicked: {
                    root.copied = true;
                    timer.restart();
                    root.copyRequested();
                }
            }
        }
    }

    Timer {
        id: timer

        interval: 2000
        onTriggered: root.copied = false
    }
}
