import QtQuick
import Confab.Theme
import Confab.Components.Controls

Page {
    id: root

    AppMenu {
        id: menu

        x: 40
        y: 40
        AppMenuItem { text: "Reply"; iconName: "reply"; shortcutText: "R" }
        AppMenuItem { text: "Edit"; iconName: "edit"; shortcutText: "E" }
        AppMenuItem { text: "Pinned"; checkable: true; checked: true }
        AppMenuItem { text: "Copy text"; iconName: "copy"; enabled: false }
        AppMenuSeparator {}
        AppMenuItem { text: "Delete message"; iconName: "trash"; danger: true }
    }
    AppToolTip { parent: anchor; text: "Search"; shortcut: "Ctrl+F"; visible: true; delay: 0 }
    IconButton { id: anchor; x: 400; y: 60; iconName: "search"; text: "Search" }
    AppComboBox { id: combo; x: 560; y: 60; width: 240; label: "Level"; model: ["All messages", "Mentions", "Nothing"] }
    AppDialog {
        id: dialog

        title: "Stop hosting?"
        text: "Three people are connected. The chat ends for everybody when you close it; what was written stays on this computer."
        primaryText: "Stop hosting"
        danger: true
        modal: false
        AppCheckBox { width: parent.width; text: "Tell them why" }
    }
    EmptyState { anchors.right: parent.right; anchors.margins: 40; y: 380; iconName: "people"; title: "Nobody here yet"; text: "Show the code below to people in the room, or send them the link."; actionText: "Show QR code"; secondActionText: "Copy link" }
    Toast { id: toast; anchors.horizontalCenter: parent.horizontalCenter; anchors.bottom: parent.bottom; anchors.bottomMargin: 32 }
    Surface {
        x: 40; y: 520; width: 320
        Label { text: "A card"; kind: Label.Kind.Title }
        Label { width: parent.width; text: "With a sentence in it that wraps at the end of the line."; secondary: true; wrapMode: Text.Wrap }
    }
    Timer {
        interval: 50
        running: true
        onTriggered: root.openAll()
    }
    function openAll() {
        menu.open();
        combo.popup.open();
        dialog.open();
        toast.show("Copied to the clipboard", "check", "Undo");
    }
}
