import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    The emoji to choose from, beside what asked for them. The picker is loaded when it is opened. The
    focus goes back to where it was.
*/
AppPopup {
    id: root

    required property EmojiModel emoji

    /*! An emoji was chosen; \a key is what openAt() was given. */
    signal chosen(string text, string key)

    function openAt(item: Item, key: string): void {
        internal.key = key;
        const overlay = T.Overlay.overlay;
        const place = item.mapToItem(overlay, item.width, 0);
        root.x = Math.max(Theme.space2, Math.min(overlay.width - root.implicitWidth - Theme.space2, place.x - root.implicitWidth));
        root.y = place.y > root.implicitHeight + Theme.space2 ? place.y - root.implicitHeight - Theme.space1
            : Math.min(overlay.height - root.implicitHeight - Theme.space2, place.y + item.height + Theme.space1);
        root.emoji.load();
        internal.focusBefore = item.Window.activeFocusItem;
        root.open();
    }

    parent: T.Overlay.overlay
    padding: Theme.space2
    implicitWidth: 360 + 2 * Theme.space2
    implicitHeight: 380 + 2 * Theme.space2

    onAboutToShow: picker.setSource(Qt.resolvedUrl("EmojiPane.qml"), {emoji: root.emoji})
    onOpened: picker.pane.forceActiveFocus()
    onClosed: {
        picker.source = "";
        if (internal.focusBefore !== null)
            internal.focusBefore.forceActiveFocus();
        internal.focusBefore = null;
    }

    QtObject {
        id: internal
        property string key
        property Item focusBefore: null
    }

    Loader {
        id: picker

        readonly property EmojiPane pane: item as EmojiPane

        anchors.fill: parent
        focus: true
    }

    Connections {
        target: picker.pane

        function onChosen(text: string): void {
            root.chosen(text, internal.key);
            root.close();
        }
    }
}
