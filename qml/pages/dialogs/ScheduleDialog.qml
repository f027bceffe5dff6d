import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    Sends what has been written later.
*/
AppDialog {
    id: root

    required property ComposerViewModel composer

    function later(minutes: int): double {
        return Date.now() + minutes * 60000;
    }

    function tomorrowAt(hour: int): double {
        const now = new Date();
        return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, hour).getTime();
    }

    title: qsTr("Send later")
    text: qsTr("The server sends it for you, even when Confab is closed then.")
    primaryText: ""
    secondaryText: qsTr("Cancel")

    Column {
        width: parent.width
        spacing: Theme.space2

        Repeater {
            id: times

            model: [
                {text: qsTr("In 30 minutes"), at: root.later(30)},
                {text: qsTr("In 2 hours"), at: root.later(120)},
                {text: qsTr("Tomorrow morning at 9"), at: root.tomorrowAt(9)},
                {text: qsTr("Tomorrow afternoon at 14"), at: root.tomorrowAt(14)}
            ]

            delegate: AppButton {
                required property var modelData

                width: parent.width
                iconName: "clock"
                text: modelData.text
            }

            onItemAdded: (index, item) => (item as AppButton).clicked.connect(() => {
                root.composer.schedule(times.model[index].at);
                root.close();
            })
        }
    }
}
