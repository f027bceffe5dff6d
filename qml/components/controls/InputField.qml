import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! The box that one writes a line in; AppTextField and SearchField put a label and more around it. */
T.TextField {
    id: root

    property string iconName
    property bool faulty: false
    /*! Flat boxes have no outline until they are used: for the top of a list. */
    property bool flat: false
    /*! Kept free at the end, for buttons. */
    property int trailing: 0

    implicitWidth: 200
    implicitHeight: Theme.controlHeight
    leftPadding: (iconName.length > 0 && !mirroredText ? 34 : Theme.space3) + (mirroredText ? trailing : 0)
    rightPadding: (iconName.length > 0 && mirroredText ? 34 : Theme.space3) + (mirroredText ? 0 : trailing)
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    color: enabled ? Theme.text : Theme.textDisabled
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    selectByMouse: true
    hoverEnabled: true
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    Accessible.passwordEdit: echoMode !== TextInput.Normal

    readonly property bool mirroredText: LayoutMirroring.enabled

    onPressed: event => {
        if (event.button === Qt.RightButton)
            menu.open();
    }
    Keys.onMenuPressed: menu.open()

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? "transparent" : root.flat && !root.activeFocus ? (root.hovered ? Theme.pressed : Theme.hover)
            : Theme.field
        border.width: root.activeFocus ? Theme.focusWidth : root.flat && !root.faulty ? 0 : 1
        border.color: root.faulty ? Theme.dangerText : root.activeFocus ? Theme.focus : !root.enabled ? Theme.border
            : Theme.borderStrong
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: Theme.textMuted
        size: 18
    }
    Label {
        x: root.leftPadding
        y: root.topPadding
        width: root.width - root.leftPadding - root.rightPadding
        height: root.height - root.topPadding - root.bottomPadding
        text: root.placeholderText
        color: Theme.textMuted
        verticalAlignment: Text.AlignVCenter
        visible: root.length === 0 && root.preeditText.length === 0
        Accessible.ignored: true
    }

    Loader {
        id: menu

        function open(): void {
            active = true;
            (item as TextMenuHost).open();
        }

        active: false
        source: "TextMenuHost.qml"
        onLoaded: {
            const host = item as TextMenuHost;
            host.canCut = Qt.binding(() => root.selectedText.length > 0 && !root.readOnly && root.echoMode === TextInput.Normal);
            host.canCopy = Qt.binding(() => root.selectedText.length > 0 && root.echoMode === TextInput.Normal);
            host.canPaste = Qt.binding(() => root.canPaste);
            host.cutRequested.connect(root.cut);
            host.copyRequested.connect(root.copy);
            host.pasteRequested.connect(root.paste);
            host.selectAllRequested.connect(root.selectAll);
        }
    }
}
