import QtQuick
import Confab.Theme

/*! An InitialDisc that may carry an icon instead, and show whether the person is there. Decorative. */
InitialDisc {
    id: root

    /*! Instead of the initial. */
    property string iconName
    /*! As PresenceDot; below 0 shows none. */
    property int presence: -1
    /*! The background that it stands on. */
    property color ground: Theme.surface

    showsInitial: iconName.length === 0

    Loader {
        anchors.centerIn: parent
        active: root.iconName.length > 0
        source: "Icon.qml"
        onLoaded: {
            const icon = item as Icon;
            icon.name = Qt.binding(() => root.iconName);
            icon.color = Qt.binding(() => Theme.ink(root.colour));
            icon.size = Qt.binding(() => Math.round(root.size * 0.56));
        }
    }
    Loader {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: root.size >= 48 ? -1 : -3
        active: root.presence >= 0
        source: "PresenceDot.qml"
        onLoaded: {
            const dot = item as PresenceDot;
            dot.presence = Qt.binding(() => root.presence);
            dot.size = Qt.binding(() => Math.max(8, Math.round(root.size * 0.26)));
            dot.ground = Qt.binding(() => root.ground);
        }
    }
}
