import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A line between groups of an AppMenu. */
T.MenuSeparator {
    id: root

    implicitWidth: 100
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    verticalPadding: Theme.space1
    Accessible.role: Accessible.Separator

    contentItem: Divider {}
}
