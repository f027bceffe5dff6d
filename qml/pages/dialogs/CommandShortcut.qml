import QtQuick

/*!
    A command that a key starts: what it does in words stands next to it, for the list of shortcuts.
*/
Shortcut {
    /*! What it does, for people. */
    required property string text
    /*! The heading it stands under in the list. */
    required property string group
}
