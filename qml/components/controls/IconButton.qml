import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A square button with an icon. Its text is what a screen reader says and what the tool tip shows. */
T.Button {
    id: root

    enum Kind {
        Plain,
        Danger,
        Filled
    }

    property int kind: IconButton.Kind.Plain
    property string iconName
    property bool iconDirectional: false
    property bool small: false
    /*! Shown in the tool tip beside the text. */
    property string shortcut
    /*! A number at the corner; 0 shows none. */
    property int badge: 0
    /*! The background that it stands on is an accent or inverse: its icon is drawn in this colour instead. */
    property color ink: !enabled ? Theme.textDisabled : kind === IconButton.Kind.Filled ? Theme.textOnAccent
        : kind === IconButton.Kind.Danger ? Theme.dangerText : checked ? Theme.accentText
        : hovered || down ? Theme.text : Theme.textSecondary

    /*! What Return and a screen reader do. */
    function press(): void {
        if (checkable)
            toggle();
        clicked();
    }

    function fill(): color {
        if (kind === IconButton.Kind.Filled)
            return !enabled ? Theme.border : down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent;
        if (checked)
            return Theme.accentSoft;
        return !enabled ? "transparent" : down ? Theme.pressed : hovered ? Theme.hover : "transparent";
    }

    implicitWidth: implicitHeight
    implicitHeight: small ? Math.max(28, Math.round(Theme.controlHeight * 0.78)) : Theme.controlHeight
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: root.press()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: root.ink
            size: root.small ? 18 : Theme.icon
            directional: root.iconDirectional
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.fill()

        FocusFrame {
            shown: root.visualFocus
            gap: 0
        }
    }

    Badge {
        anchors.horizontalCenter: parent.right
        anchors.verticalCenter: parent.top
        anchors.horizontalCenterOffset: -6
        anchors.verticalCenterOffset: 6
        count: root.badge
        kind: Badge.Kind.Mention
    }

    Loader {
        id: toolTip

        anchors.fill: parent
        active: (root.hovered || root.visualFocus) && root.text.length > 0
        source: "ToolTipHost.qml"
        onLoaded: {
            const host = item as ToolTipHost;
            host.text = Qt.binding(() => root.text);
            host.shortcut = root.shortcut;
            host.shown = Qt.binding(() => !root.down);
        }
    }
}
