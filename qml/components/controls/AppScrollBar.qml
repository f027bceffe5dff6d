import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A thin scroll bar that shows while the content moves or the pointer is near. */
T.ScrollBar {
    id: root

    implicitWidth: orientation === Qt.Vertical ? 10 : 100
    implicitHeight: orientation === Qt.Vertical ? 100 : 10
    padding: 2
    minimumSize: 0.06
    hoverEnabled: true
    visible: policy === T.ScrollBar.AlwaysOn || (policy !== T.ScrollBar.AlwaysOff && size < 1)
    Accessible.role: Accessible.ScrollBar
    Accessible.name: qsTr("Scroll bar")

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: root.pressed ? Theme.textMuted : Theme.borderStrong
        opacity: root.pressed ? 1 : root.hovered ? 0.9 : root.active ? 0.6 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.normal
            }
        }
    }
}
