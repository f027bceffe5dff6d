import QtQuick
import Confab.Theme

/*! A box to look for something. Up and Down are passed on, for the list below it. */
FocusScope {
    id: root

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias flat: input.flat
    property alias field: input
    property bool busy: false

    signal edited(string text)
    signal accepted
    signal cleared
    signal upPressed
    signal downPressed

    function clear(): void {
        input.clear();
        edited("");
        cleared();
    }

    implicitWidth: 220
    implicitHeight: input.implicitHeight
    Accessible.ignored: true

    InputField {
        id: input

        anchors.fill: parent
        focus: true
        flat: true
        enabled: root.enabled
        iconName: "search"
        placeholderText: qsTr("Search")
        trailing: extras.implicitWidth
        Accessible.name: placeholderText
        Accessible.searchEdit: true
        onTextEdited: root.edited(text)
        onAccepted: root.accepted()
        Keys.onUpPressed: root.upPressed()
        Keys.onDownPressed: root.downPressed()
        Keys.onEscapePressed: event => {
            event.accepted = length > 0;
            if (event.accepted)
                root.clear();
        }

        Row {
            id: extras

            anchors.right: parent.right
            anchors.rightMargin: Theme.space1
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space1

            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                size: Theme.iconSmall
                running: root.busy
            }
            IconButton {
                small: true
                iconName: "close"
                text: qsTr("Clear search")
                visible: input.length > 0
                focusPolicy: Qt.NoFocus
                onClicked: root.clear()
            }
        }
    }
}
