import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A question over the page. Children stand below each other; give each `width: parent.width`. */
T.Dialog {
    id: root

    /*! What it is about, above the content; empty: none. */
    property string text
    property string primaryText: qsTr("OK")
    property string secondaryText: qsTr("Cancel")
    property bool danger: false
    property bool primaryEnabled: true
    property bool busy: false
    property int maximumWidth: 440

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(maximumWidth, (parent ? parent.width : maximumWidth) - 2 * Theme.space4)
    implicitHeight: topPadding + bottomPadding + implicitContentHeight + implicitHeaderHeight + implicitFooterHeight
    padding: Theme.space6
    topPadding: Theme.space2
    bottomPadding: Theme.space2
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    contentItem: Column {
        spacing: Theme.space4
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.text

        Label {
            width: parent.width
            text: root.text
            secondary: true
            wrapMode: Text.Wrap
            lineHeight: Theme.lineHeight
            visible: text.length > 0
        }
    }

    header: Label {
        text: root.title
        kind: Label.Kind.Title
        wrapMode: Text.Wrap
        leftPadding: Theme.space6
        rightPadding: Theme.space6
        topPadding: Theme.space5
        bottomPadding: Theme.space1
        visible: text.length > 0
        Accessible.role: Accessible.Heading
    }

    footer: Item {
        implicitHeight: buttons.implicitHeight + Theme.space4 + Theme.space5

        Row {
            id: buttons

            anchors.right: parent.right
            anchors.rightMargin: Theme.space6
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space5
            spacing: Theme.space2

            AppButton {
                text: root.secondaryText
                visible: text.length > 0
                onClicked: root.reject()
            }
            AppButton {
                text: root.primaryText
                kind: root.danger ? AppButton.Kind.Danger : AppButton.Kind.Primary
                enabled: root.primaryEnabled
                busy: root.busy
                visible: text.length > 0
                onClicked: root.accept()
            }
        }
    }

    background: PopupBackground {
        radius: Theme.radiusLarge
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
}
