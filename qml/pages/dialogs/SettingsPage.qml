import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    What somebody may choose for the whole program. Everything counts at once.
*/
AppDialog {
    id: root

    required property AppViewModel app

    title: qsTr("Settings")
    primaryText: qsTr("Done")
    secondaryText: ""
    maximumWidth: 680

    onOpened: tabs.nextItemInFocusChain().forceActiveFocus(Qt.TabFocusReason)

    TabStrip {
        id: tabs
        width: parent.width
        label: root.title
        focus: true
        tabs: [
            {text: qsTr("Looks")},
            {text: qsTr("Writing")},
            {text: qsTr("Notifications")},
            {text: qsTr("You")}
        ]
        onSelected: index => tabs.currentIndex = index
        onCurrentIndexChanged: section.show(tabs.currentIndex)
    }
    Flickable {
        id: flickable
        // The scroll bar lies in the margin of the dialog.
        width: parent.width + Theme.space3
        height: Math.max(120, Math.min(440, (root.parent ? root.parent.height : 740) - Theme.headerHeight * 4))
        contentHeight: section.height + Theme.space2
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: AppScrollBar {}

        Divider {
            parent: flickable
            anchors.bottom: parent.bottom
            width: parent.width - Theme.space3
            visible: !flickable.atYEnd
        }
        Loader {
            id: section

            readonly property list<string> addresses: [
                "LooksSettings.qml", "WritingSettings.qml", "NotificationSettings.qml", "AccountSettings.qml"
            ]

            function show(index: int): void {
                flickable.contentY = 0;
                section.setSource(Qt.resolvedUrl(section.addresses[index]), {app: root.app});
            }

            width: flickable.width - Theme.space3
            Component.onCompleted: section.show(0)
        }
    }
}
