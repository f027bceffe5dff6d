import QtQuick

import Confab.Pages.Dialogs
import Confab.Theme
import Confab.ViewModels

/*!
    The window. It shows the page that the program is at, and holds what lies above all pages: dialogs and shortcuts.
    Pages are loaded by their address, so that only what is shown is compiled and made.
*/
Window {
    id: root

    required property AppViewModel app
    /*! Whether the desktop prefers dark windows. */
    property bool systemDark: false
    /*! Whether the desktop asks for little movement. */
    property bool reducedMotion: false

    function showPage(): void {
        switch (root.app.page) {
        case AppViewModel.Page.FirstRun:
            page.show("Pages/Start/FirstRunPage.qml", {});
            break;
        case AppViewModel.Page.Join:
            page.show("Pages/Start/JoinPage.qml", {});
            break;
        case AppViewModel.Page.Host:
            page.show("Pages/Start/HostPage.qml", {});
            break;
        case AppViewModel.Page.Chat:
            if (root.app.chat !== null)
                page.show("Pages/Chat/ChatPage.qml", {chat: root.app.chat, shortcuts: shortcuts});
            break;
        }
    }

    width: 1120
    height: 740
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    color: Theme.surface
    title: root.app.unread > 0 ? qsTr("(%1) Confab").arg(root.app.unread) : qsTr("Confab")

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    onActiveChanged: root.app.windowActive = root.active
    onVisibilityChanged: root.app.windowVisible = root.visibility !== Window.Hidden
    onClosing: close => {
        close.accepted = root.app.closeWanted();
        if (!close.accepted && !root.app.windowVisible)
            root.hide();
    }
    Component.onCompleted: {
        root.app.windowVisible = true;
        root.app.windowActive = root.active;
        root.showPage();
    }

    Binding {
        target: Theme
        property: "mode"
        value: root.app.settings.theme
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textScale
    }
    Binding {
        target: Theme
        property: "compact"
        value: root.app.settings.compact
    }
    Binding {
        target: Theme
        property: "systemDark"
        value: root.systemDark
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.reducedMotion
    }

    Connections {
        target: root.app

        function onPageChanged(): void {
            root.showPage();
        }
        function onChatChanged(): void {
            if (root.app.page === AppViewModel.Page.Chat)
                root.showPage();
        }
        function onCloseConfirmationNeeded(people: int): void {
            dialogs.openCloseHost(people);
        }
        function onClosed(): void {
            Qt.quit();
        }
        function onWindowRaised(): void {
            root.show();
            root.raise();
            root.requestActivate();
        }
    }

    Connections {
        target: root.app.chat

        function onAttentionWanted(): void {
            root.alert(0);
        }
    }

    Loader {
        id: page

        function show(address: string, properties: var): void {
            dialogs.close();
            page.setSource(Qt.resolvedUrl(address), Object.assign({app: root.app, dialogs: dialogs}, properties));
        }

        anchors.fill: parent
        focus: true
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
