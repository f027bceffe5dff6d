import QtQuick

import Confab.Components.Controls

/*!
    Radio buttons below each other.
*/
Column {
    id: root

    /*! Each {text, description?, value}. */
    property var options: []
    property int currentValue: -1

    signal selected(int value)

    Repeater {
        model: root.options

        delegate: AppRadioButton {
            required property var modelData

            width: parent.width
            text: modelData.text
            description: modelData.description === undefined ? "" : modelData.description
        }

        onItemAdded: (index, item) => {
            const button = item as AppRadioButton;
            const value = root.options[index].value;
            button.checked = Qt.binding(() => root.currentValue === value);
            button.toggled.connect(() => root.selected(value));
        }
    }
}
