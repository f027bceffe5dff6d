import QtQuick

import Confab.Pages.Dialogs
import Confab.ViewModels

import "../support/find.js" as Find

/*!
    A page with what Main.qml has around it.
*/
FocusScope {
    id: root

    /*! Which page: the last part of its module's name, and its type. */
    required property string module
    required property string type

    readonly property bool isChat: root.module === "Chat"

    readonly property AppViewModel app: AppViewModel {
        page: root.isChat ? AppViewModel.Page.Chat : AppViewModel.Page.FirstRun
        chat: ChatViewModel {}
    }
    readonly property alias page: loader.item
    readonly property alias dialogs: dialogs

    /*! The first visible thing in the window, popups and all, that can be clicked and has this text; or null. */
    function button(text: string): Item {
        return Find.first(root.Window.contentItem, item => item.visible && item.text === text && item.clicked !== undefined);
    }

    /*! The first visible field with this label or placeholder; or null. */
    function field(text: string): Item {
        return Find.first(root.Window.contentItem, item => item.visible && item.forceActiveFocus !== undefined
            && item.edited !== undefined && (item.label === text || item.placeholderText === text));
    }

    /*! The first visible row of this name; or null. */
    function row(name: string): Item {
        return Find.first(root.Window.contentItem, item => item.visible && item.name === name && item.clicked !== undefined);
    }

    /*! Shows another page. */
    function leave(): void {
        loader.source = "";
    }

    /*! Whether this is to be read anywhere in the window. */
    function shows(text: string): bool {
        return Find.text(root.Window.contentItem, text) !== null;
    }

    width: 1200
    height: 700
    focus: true

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        Component.onCompleted: {
            const properties = {app: root.app, dialogs: dialogs};
            if (root.isChat)
                Object.assign(properties, {chat: root.app.chat, shortcuts: shortcuts});
            loader.setSource(imports + "/Confab/Pages/" + root.module + "/" + root.type + ".qml", properties);
        }
    }
    Shortcuts {
        id: shortcuts
        app: root.app
        dialogs: dialogs
    }
    Dialogs {
        id: dialogs
        anchors.fill: parent
        app: root.app
        commands: shortcuts.commands
    }
}
