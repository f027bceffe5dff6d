import QtQuick

/*! An emoji in the grid of the picker. */
EmojiCell {
    id: root

    required property int index
    required emoji
    required name
    required property string group

    width: GridView.view ? (GridView.view as EmojiGrid).cellWidth : implicitWidth
    current: GridView.isCurrentItem && (GridView.view as EmojiGrid).usesKeys
    onClicked: (GridView.view as EmojiGrid).chosen(emoji)
}
