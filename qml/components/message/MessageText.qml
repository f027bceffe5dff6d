import QtQuick
import Confab.Theme

/*! A message that is one paragraph, as nearly all are. */
Text {
    id: root

    required property MessageEntry entry

    readonly property string edited: entry.isEdited ? " <font color=\"" + Theme.textMuted + "\">" + qsTr("(edited)") + "</font>" : ""

    // No wider than its words, so that it stays beside its author when it is written the other way round.
    width: Math.min(Math.ceil(implicitWidth), entry.textWidth)
    text: entry.blocks.length > 0 ? entry.blocks[0].html + edited : ""
    textFormat: Text.StyledText
    wrapMode: Text.Wrap
    font.family: entry.isEmojiOnly ? Theme.emojiFamily : Theme.fontFamily
    font.pixelSize: entry.isEmojiOnly ? Theme.displaySize : Theme.bodySize
    lineHeight: entry.isEmojiOnly ? 1 : Theme.lineHeight
    color: entry.isSending ? Theme.textMuted : Theme.text
    linkColor: Theme.accentText
    onLinkActivated: link => entry.linkActivated(link)
    onLinkHovered: link => entry.hoveredLink = link
    Accessible.ignored: true
}
