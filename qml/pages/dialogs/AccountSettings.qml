import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Who one is in the chat that is open, or will be in the next.
*/
Column {
    id: root

    required property AppViewModel app
    readonly property ChatViewModel chat: root.app.page === AppViewModel.Page.Chat ? root.app.chat : null

    readonly property list<string> colours: [
        "#4a4fc6", "#2f7fd1", "#168a8a", "#2a9d63", "#7a9a1f", "#d39418", "#d4622a", "#c22f3d", "#b83280", "#7d4fc4"
    ]

    spacing: Theme.space5

    SettingsSection {
        width: parent.width
        title: root.chat !== null ? qsTr("Your name in %1").arg(root.chat.serverName) : qsTr("Your name")

        Row {
            width: parent.width
            spacing: Theme.space2

            AppTextField {
                id: name
                width: parent.width - rename.width - parent.spacing
                placeholderText: qsTr("Your name")
                text: root.chat !== null ? root.chat.me.name : root.app.myName
                onAccepted: rename.clicked()
            }
            AppButton {
                id: rename
                text: qsTr("Change")
                enabled: name.text.trim().length > 0
                onClicked: {
                    if (root.chat !== null)
                        root.chat.rename(name.text);
                    else
                        root.app.myName = name.text;
                }
            }
        }
    }
    SettingsSection {
        width: parent.width
        visible: root.chat !== null
        title: qsTr("Your colour")

        Flow {
            width: parent.width
            spacing: Theme.space2

            Repeater {
                model: root.colours

                delegate: ColourButton {
                    required property string modelData
                    required property int index

                    colour: modelData
                    name: qsTr("Colour %1").arg(index + 1)
                }

                onItemAdded: (index, item) => {
                    const button = item as ColourButton;
                    const colour = root.colours[index];
                    button.checked = Qt.binding(() => root.chat !== null && root.chat.me.color === colour);
                    button.clicked.connect(() => root.chat.setColor(colour));
                }
            }
        }
    }
    SettingsSection {
        width: parent.width
        visible: root.chat !== null
        title: qsTr("Protect your name")
        description: qsTr("With a password nobody else can use your name in this chat. Leave it empty to take the protection away.")

        Row {
            width: parent.width
            spacing: Theme.space2

            AppTextField {
                id: password
                width: parent.width - protect.width - parent.spacing
                placeholderText: qsTr("New password")
                secret: true
                onAccepted: protect.clicked()
            }
            AppButton {
                id: protect
                text: password.text.length > 0 ? qsTr("Set password") : qsTr("Remove password")
                onClicked: {
                    root.chat.setPassword(password.text);
                    password.text = "";
                }
            }
        }
    }
}
