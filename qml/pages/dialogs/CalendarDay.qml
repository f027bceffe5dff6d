import QtQuick
import QtQuick.Templates as T

import Confab.Components.Controls
import Confab.Theme

/*!
    One day of CalendarPopup.
*/
T.AbstractButton {
    id: root

    /*! How many days after the first of the grid. */
    required property int index
    property date first
    property date chosen
    property date today

    readonly property date day: new Date(first.getFullYear(), first.getMonth(), first.getDate() + index)
    readonly property bool isInMonth: day.getMonth() === chosen.getMonth()
    readonly property bool isToday: day.getTime() === today.getTime()
    readonly property bool isChosen: day.getTime() === chosen.getTime()

    implicitWidth: Math.max(36, Math.round(Theme.bodySize * 2.4))
    implicitHeight: implicitWidth
    enabled: root.day <= root.today
    focusPolicy: Qt.NoFocus
    text: String(root.day.getDate())
    Accessible.name: root.day.toLocaleDateString(Qt.locale(), Locale.LongFormat)

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: Theme.radius
        color: root.isChosen ? Theme.accent : root.pressed ? Theme.pressed : root.hovered ? Theme.hover : "transparent"
        border.width: root.isToday && !root.isChosen ? 1 : 0
        border.color: Theme.accentText
    }
    contentItem: Label {
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        text: root.text
        strong: root.isToday || root.isChosen
        color: root.isChosen ? Theme.textOnAccent
            : !root.enabled ? Theme.textDisabled
            : root.isInMonth ? Theme.text : Theme.textMuted
        Accessible.ignored: true
    }
}
