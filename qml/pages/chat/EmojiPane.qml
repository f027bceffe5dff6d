import QtQuick

import Confab.Components.Input
import Confab.ViewModels

/*!
    The picker with the emoji there are.
*/
FocusScope {
    id: root

    required property EmojiModel emoji

    signal chosen(string text)

    EmojiPicker {
        anchors.fill: parent
        focus: true
        model: root.emoji
        recent: root.emoji.recent
        query: root.emoji.query
        onQueryEdited: text => root.emoji.query = text
        onChosen: emoji => {
            root.emoji.use(emoji);
            root.chosen(emoji);
        }
    }
}
