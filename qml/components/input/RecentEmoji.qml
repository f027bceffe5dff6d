/*! An emoji used before. */
EmojiCell {
    id: root

    required property string modelData

    emoji: modelData
}
