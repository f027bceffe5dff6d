import QtQuick

/*! What stands above a row: the day that begins with it, the line of what is new. */
Column {
    id: root

    required property MessageEntry entry

    DaySeparator {
        width: root.width
        text: root.entry.dayText
        visible: root.entry.showDay
        onClicked: root.entry.dayActivated()
    }
    UnreadLine {
        width: root.width
        visible: root.entry.showUnreadLine
    }
}
