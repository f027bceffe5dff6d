import QtQuick
import QtQuick.Templates as T

/*! The list that drops down from an AppComboBox. */
ListView {
    id: root

    required property T.ComboBox box

    implicitHeight: contentHeight
    clip: true
    T.ScrollBar.vertical: AppScrollBar {}
    Accessible.role: Accessible.List
}
