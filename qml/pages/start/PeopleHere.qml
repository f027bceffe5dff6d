import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Who has come to the hosted chat.
*/
Surface {
    id: root

    required property HostViewModel host

    Label {
        width: parent.width
        kind: Label.Kind.Small
        strong: true
        secondary: true
        text: root.host.peopleConnected > 0 ? qsTr("Here now: %n others", "", root.host.peopleConnected) : qsTr("Here now")
        Accessible.role: Accessible.Heading
    }
    Label {
        width: parent.width
        visible: root.host.peopleConnected === 0
        muted: true
        wrapMode: Text.Wrap
        text: qsTr("Nobody else yet. Show the code or send the link, and they appear here.")
    }
    Flow {
        width: parent.width
        visible: root.host.peopleConnected > 0
        spacing: Theme.space2
        Accessible.role: Accessible.List
        Accessible.name: qsTr("People who are here")

        Repeater {
            model: root.host.people

            delegate: Rectangle {
                id: person

                required property string modelData

                implicitWidth: line.implicitWidth + 2 * Theme.space3
                implicitHeight: Theme.controlHeight
                radius: height / 2
                color: Theme.accentSoft
                Accessible.role: Accessible.ListItem
                Accessible.name: person.modelData

                Row {
                    id: line
                    anchors.centerIn: parent
                    spacing: Theme.space2

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: "person"
                        color: Theme.accentText
                        size: 18
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: person.modelData
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
