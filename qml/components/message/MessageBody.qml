import QtQuick
import Confab.Theme

/*! A message of several blocks: paragraphs, lists, quotations and code. */
Column {
    id: root

    required property MessageEntry entry

    width: entry.textWidth
    spacing: 6
    // Code has a frame, and none of the room below its letters that lines of text have.
    bottomPadding: entry.blocks[entry.blocks.length - 1].kind === "code" ? Theme.space1 : 0

    Repeater {
        model: root.entry.blocks
        delegate: MessageBlock {}
        onItemAdded: (index, item) => {
            const block = item as MessageBlock;
            block.width = Qt.binding(() => root.width);
            block.suffix = Qt.binding(() => block.index === root.entry.blocks.length - 1 && root.entry.isEdited
                ? " <font color=\"" + Theme.textMuted + "\">" + qsTr("(edited)") + "</font>" : "");
            block.color = Qt.binding(() => root.entry.isSending ? Theme.textMuted : Theme.text);
            block.linkActivated.connect(root.entry.linkActivated);
            block.linkHovered.connect(link => root.entry.hoveredLink = link);
            block.copyRequested.connect(root.entry.copyCodeRequested);
        }
    }
}
