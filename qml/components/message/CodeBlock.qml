import QtQuick
import QtQuick.Templates as T
import Confab.Components.Controls
import Confab.Theme

/*! Program text as it was written: nothing of it is interpreted, long lines scroll. It can be selected and copied. */
Rectangle {
    id: root

    property alias text: code.text
    property string language
    /*! What is longer is cut off until one asks for it. */
    property int foldedHeight: 320
    property bool unfolded: false

    readonly property bool foldable: code.implicitHeight > foldedHeight + 40

    signal copyRequested(string text)

    implicitWidth: 300
    implicitHeight: flickable.height + (foldable ? unfold.implicitHeight + Theme.space2 : 0)
    radius: Theme.radius
    color: Theme.code
    border.width: 1
    border.color: Theme.border

    Flickable {
        id: flickable

        // Within the frame.
        x: 1
        width: root.width - 2
        height: root.foldable && !root.unfolded ? root.foldedHeight : Math.ceil(code.implicitHeight)
        contentWidth: code.implicitWidth
        contentHeight: height
        clip: true
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentWidth > width
        T.ScrollBar.horizontal: AppScrollBar {}

        TextEdit {
            id: code

            padding: Theme.space3
            width: Math.max(implicitWidth, flickable.width)
            readOnly: true
            selectByMouse: true
            textFormat: TextEdit.PlainText
            font.family: Theme.monospaceFamily
            font.pixelSize: Theme.smallSize
            color: Theme.text
            selectionColor: Theme.accent
            selectedTextColor: Theme.textOnAccent
            Accessible.role: Accessible.StaticText
            Accessible.name: root.language.length > 0 ? qsTr("Code in %1").arg(root.language) : qsTr("Code")
            Accessible.readOnly: true
        }
    }

    Label {
        anchors.right: copy.left
        anchors.rightMargin: Theme.space1
        anchors.verticalCenter: copy.verticalCenter
        text: root.language
        kind: Label.Kind.Caption
        muted: true
        visible: hover.hovered && text.length > 0
    }
    IconButton {
        id: copy

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space1
        small: true
        iconName: "copy"
        text: qsTr("Copy code")
        opacity: hover.hovered || activeFocus ? 1 : 0
        onClicked: root.copyRequested(root.text)
    }
    LinkText {
        id: unfold

        anchors.left: parent.left
        anchors.leftMargin: Theme.space3
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space1
        text: root.unfolded ? qsTr("Show less") : qsTr("Show all")
        font.pixelSize: Theme.smallSize
        visible: root.foldable
        onClicked: root.unfolded = !root.unfolded
    }

    HoverHandler {
        id: hover
    }
}
