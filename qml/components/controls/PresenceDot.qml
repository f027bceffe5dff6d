import QtQuick
import Confab.Theme

/*! Whether somebody is there: told by colour and by shape. Decorative: the row around it says it in words. */
Rectangle {
    id: root

    enum State {
        Offline,
        Online,
        Away,
        DoNotDisturb,
        Invisible
    }

    /*! One of State; below 0 shows nothing. */
    property int presence: -1
    property int size: 10
    /*! The background that it stands on. */
    property color ground: Theme.surface

    readonly property bool hollow: presence === PresenceDot.State.Offline || presence === PresenceDot.State.Invisible
    readonly property color ink: presence === PresenceDot.State.Online ? Theme.online
        : presence === PresenceDot.State.Away ? Theme.away
        : presence === PresenceDot.State.DoNotDisturb ? Theme.busy : Theme.borderStrong

    implicitWidth: size + 4
    implicitHeight: size + 4
    radius: width / 2
    color: ground
    visible: presence >= 0
    Accessible.ignored: true

    Rectangle {
        id: dot

        anchors.centerIn: parent
        width: root.size
        height: root.size
        radius: width / 2
        color: root.hollow ? "transparent" : root.ink
        border.width: root.hollow ? 2 : 0
        border.color: root.ink
    }
    // Away: a piece is bitten off. Do not disturb: a bar.
    Rectangle {
        anchors.left: dot.left
        anchors.top: dot.top
        anchors.leftMargin: -1
        anchors.topMargin: -1
        width: Math.round(root.size * 0.6)
        height: width
        radius: width / 2
        color: root.ground
        visible: root.presence === PresenceDot.State.Away
    }
    Rectangle {
        anchors.centerIn: parent
        width: Math.round(root.size * 0.6)
        height: 2
        radius: 1
        color: root.ground
        visible: root.presence === PresenceDot.State.DoNotDisturb
    }
}
