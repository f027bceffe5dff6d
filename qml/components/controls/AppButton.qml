import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A button with words on it. A page has one Primary button at most. */
T.Button {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Danger,
        Ghost
    }

    property int kind: AppButton.Kind.Secondary
    property string iconName
    property bool iconDirectional: false
    /*! Shows that what it began is going on; it cannot be pressed meanwhile. */
    property bool busy: false

    readonly property bool filled: kind === AppButton.Kind.Primary || kind === AppButton.Kind.Danger
    readonly property color ink: !enabled ? Theme.textDisabled : filled ? Theme.textOnAccent
        : kind === AppButton.Kind.Ghost ? Theme.accentText : Theme.text

    function fill(): color {
        if (!enabled)
            return filled ? Theme.border : "transparent";
        if (kind === AppButton.Kind.Primary)
            return down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent;
        if (kind === AppButton.Kind.Danger)
            return down ? Theme.dangerPressed : hovered ? Theme.dangerHover : Theme.danger;
        return down ? Theme.pressed : hovered ? Theme.hover : "transparent";
    }

    implicitWidth: Math.max(Math.ceil(implicitContentWidth) + leftPadding + rightPadding, Theme.controlHeight * 2)
    implicitHeight: Theme.controlHeight
    horizontalPadding: kind === AppButton.Kind.Ghost ? Theme.space3 : Theme.space4
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    font.weight: Font.DemiBold
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: root.clicked()

    contentItem: Item {
        implicitWidth: words.implicitWidth + (root.busy || root.iconName.length > 0 ? 18 + content.spacing : 0)
        implicitHeight: content.implicitHeight

        Row {
            id: content

            anchors.centerIn: parent
            spacing: Theme.space2

            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: root.busy
                visible: active
                source: "Spinner.qml"
                onLoaded: {
                    const spinner = item as Spinner;
                    spinner.size = 18;
                    spinner.color = Qt.binding(() => root.ink);
                }
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                color: root.ink
                size: 18
                directional: root.iconDirectional
                visible: name.length > 0 && !root.busy
            }
            Text {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(Math.ceil(implicitWidth), root.availableWidth - (x > 0 ? 18 + content.spacing : 0))
                text: root.text
                textFormat: Text.PlainText
                font: root.font
                color: root.ink
                elide: Text.ElideRight
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.fill()
        border.width: root.kind === AppButton.Kind.Secondary ? 1 : 0
        border.color: root.enabled ? Theme.borderStrong : Theme.border

        FocusFrame {
            shown: root.visualFocus
        }
    }

    // What lies over the button takes the presses while it is busy.
    MouseArea {
        anchors.fill: parent
        visible: root.busy
    }
}
