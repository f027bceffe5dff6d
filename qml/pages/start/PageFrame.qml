import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme

/*!
    A page of one centred column that scrolls when the window is too low for it, with a way back.
*/
FocusScope {
    id: root

    property string title
    property bool canGoBack: true
    property int maximumWidth: 560
    /*! In the middle of the page rather than at its top, when there is room. */
    property bool centred: false
    default property alias content: column.data

    signal backRequested

    Keys.onEscapePressed: event => {
        event.accepted = root.canGoBack;
        if (root.canGoBack)
            root.backRequested();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.sidebar
    }

    Item {
        id: header
        width: parent.width
        height: root.canGoBack ? Theme.headerHeight : 0
        visible: root.canGoBack

        IconButton {
            id: back
            anchors.left: parent.left
            anchors.leftMargin: Theme.space3
            anchors.verticalCenter: parent.verticalCenter
            iconName: "arrow-left"
            iconDirectional: true
            text: qsTr("Back")
            shortcut: qsTr("Esc")
            onClicked: root.backRequested()
        }
        Label {
            anchors.left: back.right
            anchors.leftMargin: Theme.space2
            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            anchors.verticalCenter: parent.verticalCenter
            kind: Label.Kind.Title
            text: root.title
            Accessible.role: Accessible.Heading
        }
    }

    Flickable {
        id: flickable
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: Math.max(height, column.height + 2 * Theme.space6)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: AppScrollBar {}

        Column {
            id: column
            x: Math.round((flickable.width - width) / 2)
            y: root.centred ? Math.max(Theme.space6, Math.round((flickable.height - height) / 2 * 0.9)) : Theme.space6
            width: Math.min(flickable.width - 2 * Theme.space5, root.maximumWidth)
            spacing: Theme.space6
        }
    }
}
