import QtQuick

/*! The menu of what can be done with the text of a field, which only makes one when it is needed. */
Item {
    id: root

    property bool canCut: true
    property bool canCopy: true
    property bool canPaste: true

    signal cutRequested
    signal copyRequested
    signal pasteRequested
    signal selectAllRequested

    function open(): void {
        menu.popup();
    }

    AppMenu {
        id: menu

        title: qsTr("Text")

        AppMenuItem {
            text: qsTr("Cut")
            shortcutText: qsTr("Ctrl+X")
            enabled: root.canCut
            onTriggered: root.cutRequested()
        }
        AppMenuItem {
            text: qsTr("Copy")
            iconName: "copy"
            shortcutText: qsTr("Ctrl+C")
            enabled: root.canCopy
            onTriggered: root.copyRequested()
        }
        AppMenuItem {
            text: qsTr("Paste")
            shortcutText: qsTr("Ctrl+V")
            enabled: root.canPaste
            onTriggered: root.pasteRequested()
        }
        AppMenuSeparator {}
        AppMenuItem {
            text: qsTr("Select all")
            shortcutText: qsTr("Ctrl+A")
            onTriggered: root.selectAllRequested()
        }
    }
}
