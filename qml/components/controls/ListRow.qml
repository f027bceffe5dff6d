import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! What all rows of lists are made of: their ground in each state, keys and roles. Set contentItem and Accessible.name. */
T.ItemDelegate {
    id: root

    property bool selected: false
    /*! Rows of a list that keeps the focus itself show where it is by this. */
    property bool current: false

    signal menuRequested(real x, real y)

    implicitWidth: 200
    implicitHeight: Math.max(Theme.rowHeight, implicitContentHeight + topPadding + bottomPadding)
    horizontalPadding: Theme.space2
    verticalPadding: Theme.compact ? 2 : Theme.space1
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Keys.onMenuPressed: root.menuRequested(width / 2, height / 2)
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: selected
    Accessible.focusable: true
    Accessible.onPressAction: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.selected ? Theme.accentSoft : root.down ? Theme.pressed : root.hovered || root.current ? Theme.hover
            : "transparent"

        FocusFrame {
            shown: root.visualFocus || root.current && !root.selected
            gap: -1
        }
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: eventPoint => root.menuRequested(eventPoint.position.x, eventPoint.position.y)
    }
}
