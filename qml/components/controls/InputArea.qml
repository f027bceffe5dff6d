import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! Where one writes several lines, without a box; AppTextArea and the composer put theirs around it. */
T.TextArea {
    id: root

    implicitWidth: 200
    implicitHeight: Math.ceil(contentHeight) + topPadding + bottomPadding
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize
    color: enabled ? Theme.text : Theme.textDisabled
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    selectByMouse: true
    textFormat: TextEdit.PlainText
    wrapMode: TextEdit.Wrap
    hoverEnabled: true
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholderText
    Accessible.multiLine: true

    onPressed: event => {
        if (event.button === Qt.RightButton)
            menu.open();
    }
    Keys.onMenuPressed: menu.open()

    Label {
        x: root.leftPadding
        y: root.topPadding
        width: root.width - root.leftPadding - root.rightPadding
        text: root.placeholderText
        font.pixelSize: root.font.pixelSize
        color: Theme.textMuted
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
            host.canCut = Qt.binding(() => root.selectedText.length > 0 && !root.readOnly);
            host.canCopy = Qt.binding(() => root.selectedText.length > 0);
            host.canPaste = Qt.binding(() => root.canPaste);
            host.cutRequested.connect(root.cut);
            host.copyRequested.connect(root.copy);
            host.pasteRequested.connect(root.paste);
            host.selectAllRequested.connect(root.selectAll);
        }
    }
}
