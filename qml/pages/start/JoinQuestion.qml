import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    What the chat being joined wants to know first: a password, or another name.
*/
FocusScope {
    id: root

    required property AppViewModel app
    readonly property JoinViewModel join: root.app.join
    readonly property bool isName: root.join.wants === JoinViewModel.Wants.OtherName

    signal cancelled

    implicitHeight: card.implicitHeight

    Surface {
        id: card
        width: parent.width
        spacing: Theme.space4

        Label {
            width: parent.width
            kind: Label.Kind.Lead
            strong: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            text: root.join.wants === JoinViewModel.Wants.ServerPassword ? qsTr("“%1” asks for a password").arg(root.join.connectingTo)
                : root.join.wants === JoinViewModel.Wants.UserPassword ? qsTr("The name “%1” is protected").arg(root.app.myName)
                : qsTr("Choose another name")
        }
        Label {
            width: parent.width
            wrapMode: Text.Wrap
            secondary: true
            lineHeight: Theme.lineHeight
            text: root.join.wants === JoinViewModel.Wants.ServerPassword ? qsTr("Ask whoever hosts the chat for it.")
                : root.join.wants === JoinViewModel.Wants.UserPassword ? qsTr("If it is yours, enter its password. If not, go back and choose another name.")
                : qsTr("“%1” cannot be used in this chat.").arg(root.app.myName)
        }
        AppTextField {
            id: answer
            width: parent.width
            focus: true
            label: root.isName ? qsTr("Your name") : qsTr("Password")
            secret: !root.isName
            text: root.isName ? root.app.myName : root.join.password
            problem: root.join.problem
            enabled: !root.join.isConnecting
            onEdited: text => {
                if (root.isName)
                    root.app.myName = text;
                else
                    root.join.password = text;
            }
            onAccepted: root.join.submit()
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.space2

            AppButton {
                text: qsTr("Cancel")
                onClicked: {
                    root.join.cancel();
                    root.cancelled();
                }
            }
            AppButton {
                kind: AppButton.Kind.Primary
                text: qsTr("Join")
                busy: root.join.isConnecting
                enabled: answer.text.length > 0
                onClicked: root.join.submit()
            }
        }
    }
}
