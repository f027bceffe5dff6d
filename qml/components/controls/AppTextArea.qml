import QtQuick
import QtQuick.Templates as T
import Confab.Theme

/*! A box for several lines, with a label above and a hint or a problem below; it grows up to maximumHeight. */
FocusScope {
    id: root

    property alias text: area.text
    property alias readOnly: area.readOnly
    property alias area: area
    property string placeholderText
    property string label
    property string hint
    property string problem
    property int minimumHeight: Theme.controlHeight * 2
    property int maximumHeight: 200

    signal edited(string text)

    implicitWidth: 260
    implicitHeight: column.implicitHeight
    Accessible.ignored: true

    Column {
        id: column

        width: parent.width
        spacing: 6

        Label {
            width: parent.width
            text: root.label
            kind: Label.Kind.Small
            strong: true
            secondary: true
            visible: text.length > 0
            Accessible.ignored: true
        }
        Rectangle {
            width: parent.width
            height: Math.max(root.minimumHeight, Math.min(root.maximumHeight, area.implicitHeight))
            radius: Theme.radius
            color: root.enabled ? Theme.field : "transparent"
            border.width: area.activeFocus ? Theme.focusWidth : 1
            border.color: root.problem.length > 0 ? Theme.dangerText : area.activeFocus ? Theme.focus
                : root.enabled ? Theme.borderStrong : Theme.border

            Flickable {
                id: flickable

                anchors.fill: parent
                anchors.margins: Theme.focusWidth
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                // Where the cursor is comes to be known before the padding, and Qt then scrolls too far up.
                onContentYChanged: {
                    if (contentY < 0)
                        contentY = 0;
                }
                T.ScrollBar.vertical: AppScrollBar {}

                T.TextArea.flickable: InputArea {
                    id: area

                    focus: true
                    enabled: root.enabled
                    placeholderText: root.placeholderText
                    padding: Theme.space2
                    leftPadding: 10
                    Accessible.name: root.label.length > 0 ? root.label : root.placeholderText
                    Accessible.description: root.problem.length > 0 ? root.problem : root.hint
                    onTextChanged: {
                        if (activeFocus)
                            root.edited(text);
                    }
                }
            }
        }
        Label {
            width: parent.width
            text: root.problem.length > 0 ? root.problem : root.hint
            kind: Label.Kind.Caption
            color: root.problem.length > 0 ? Theme.dangerText : Theme.textMuted
            wrapMode: Text.Wrap
            visible: text.length > 0
        }
    }
}
