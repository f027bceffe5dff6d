import QtQuick
import Confab.Theme

/*! One block of a message. */
Item {
    id: root

    required property var modelData
    required property int index

    property color color: Theme.text
    /*! Put after the text, as StyledText. */
    property string suffix

    readonly property bool isCode: modelData.kind === "code"
    readonly property bool isQuote: modelData.kind === "quote"
    readonly property int indent: isQuote ? Theme.space3 : 0

    signal linkActivated(string link)
    signal linkHovered(string link)
    signal copyRequested(string text)

    implicitHeight: Math.ceil(isCode ? code.height : words.implicitHeight)

    Rectangle {
        anchors.left: parent.left
        width: 3
        height: parent.height
        radius: 1.5
        color: Theme.borderStrong
        visible: root.isQuote
    }
    Text {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.indent
        width: Math.min(Math.ceil(implicitWidth), root.width - root.indent)
        text: root.isCode ? "" : root.modelData.html + root.suffix
        textFormat: Text.StyledText
        wrapMode: Text.Wrap
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        lineHeight: Theme.lineHeight
        color: root.isQuote ? Theme.textSecondary : root.color
        linkColor: Theme.accentText
        visible: !root.isCode
        onLinkActivated: link => root.linkActivated(link)
        onLinkHovered: link => root.linkHovered(link)
        Accessible.ignored: true
    }
    Loader {
        id: code

        width: root.width
        active: root.isCode
        source: "CodeBlock.qml"
        onLoaded: {
            const block = item as CodeBlock;
            block.text = Qt.binding(() => root.modelData.plain);
            block.language = Qt.binding(() => root.modelData.language);
            block.copyRequested.connect(root.copyRequested);
        }
    }
}
