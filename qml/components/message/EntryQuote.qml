import QtQuick
import Confab.Theme

/*! What a message answers. */
Item {
    id: root

    required property MessageEntry entry

    implicitHeight: quote.implicitHeight + Theme.space1

    ReplyQuote {
        id: quote

        anchors.left: parent.left
        width: Math.min(implicitWidth, root.width)
        author: root.entry.replyAuthor
        text: root.entry.replyText
        onClicked: root.entry.replyQuoteActivated(root.entry.replyKey)
    }
}
