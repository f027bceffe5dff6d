import QtQuick

import Confab.Components.Message

/*!
    What keys do on the message that has the focus. A list forwards its keys to it.
*/
Item {
    id: root

    /*! Null: none has the focus. */
    required property MessageRow row
    required property bool canPin
    required property bool canPost

    readonly property bool usable: root.row !== null && !root.row.isSystem && !root.row.isDeleted

    signal replyRequested(string key)
    signal editRequested(string key)
    signal copyRequested(string key)
    signal pinRequested(string key, bool isPinned)
    signal reactionRequested(MessageRow row)

    /*! Whether it is one of these keys, so that no shortcut of the window takes it. */
    function takes(event: var): bool {
        return event.modifiers === Qt.NoModifier
            && [Qt.Key_R, Qt.Key_E, Qt.Key_C, Qt.Key_P, Qt.Key_Plus, Qt.Key_Return, Qt.Key_Delete].includes(event.key);
    }

    Keys.onPressed: event => {
        if (!root.usable || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        event.accepted = true;
        if (event.key === Qt.Key_R && root.canPost)
            root.replyRequested(root.row.key);
        else if (event.key === Qt.Key_E && root.row.canEdit)
            root.editRequested(root.row.key);
        else if (event.key === Qt.Key_C)
            root.copyRequested(root.row.key);
        else if (event.key === Qt.Key_P && root.canPin)
            root.pinRequested(root.row.key, !root.row.isPinned);
        else if (event.key === Qt.Key_Plus && root.canPost)
            root.reactionRequested(root.row);
        else
            event.accepted = false;
    }
}
