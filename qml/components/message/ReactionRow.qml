import QtQuick
import Confab.Components.Controls

/*! The reactions to a message, and a button to add one. */
Flow {
    id: root

    /*! Each {emoji, count, isMine, names}. */
    property var reactions: []

    signal toggled(string emoji)
    signal addRequested(Item item)

    spacing: 6

    Repeater {
        model: root.reactions
        delegate: ReactionChip {}
        onItemAdded: (index, item) => {
            const chip = item as ReactionChip;
            chip.clicked.connect(() => root.toggled(chip.emoji));
        }
    }
    IconButton {
        id: add

        small: true
        iconName: "emoji"
        text: qsTr("Add a reaction")
        onClicked: root.addRequested(add)
    }
}
