import QtQuick

import Confab.Components.Controls
import Confab.Theme
import Confab.ViewModels

/*!
    How the window looks.
*/
Column {
    id: root

    required property AppViewModel app
    readonly property SettingsViewModel settings: root.app.settings

    spacing: Theme.space5

    SettingsSection {
        width: parent.width
        title: qsTr("Theme")

        SegmentedControl {
            label: qsTr("Theme")
            currentValue: root.settings.theme
            options: [
                {text: qsTr("As the system"), iconName: "monitor", value: SettingsViewModel.Theme.System},
                {text: qsTr("Light"), iconName: "sun", value: SettingsViewModel.Theme.Light},
                {text: qsTr("Dark"), iconName: "moon", value: SettingsViewModel.Theme.Dark}
            ]
            onSelected: value => root.settings.theme = value
        }
    }
    SettingsSection {
        width: parent.width
        title: qsTr("Text size: %1 %").arg(Math.round(root.settings.textScale * 100))

        AppSlider {
            width: Math.min(parent.width, 360)
            height: Theme.iconLarge
            label: qsTr("Text size")
            from: 0.8
            to: 1.6
            stepSize: 0.1
            value: root.settings.textScale
            valueText: qsTr("%1 %").arg(Math.round(root.settings.textScale * 100))
            onMoved: root.settings.textScale = value
        }
    }
    AppSwitch {
        width: parent.width
        text: qsTr("Compact")
        description: qsTr("Less space between messages and rows.")
        checked: root.settings.compact
        onToggled: root.settings.compact = checked
    }
    SettingsSection {
        width: parent.width
        title: qsTr("Language")

        AppComboBox {
            id: language
            width: Math.min(parent.width, 320)
            label: qsTr("Language")
            textRole: "text"
            valueRole: "value"
            model: [
                {text: qsTr("As the system"), value: ""},
                {text: "English", value: "en"},
                {text: "Deutsch", value: "de"}
            ]
            onActivated: root.settings.language = language.currentValue
            Component.onCompleted: language.currentIndex = Math.max(0, language.model.findIndex(entry => entry.value === root.settings.language))
        }
    }
}
