/*! Somebody in a room, with what they may do there. */
PersonLine {
    id: root

    property alias roleText: root.mark
}
