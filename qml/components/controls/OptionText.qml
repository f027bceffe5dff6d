import QtQuick

/*! What stands beside a check box, radio button or switch: its name, and what it does. */
Item {
    id: root

    property string text
    property string description

    implicitWidth: Math.ceil(Math.max(title.implicitWidth, about.visible ? about.implicitWidth : 0))
    implicitHeight: title.implicitHeight + (about.visible ? about.implicitHeight + 2 : 0)

    Label {
        id: title

        width: root.width
        text: root.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Label {
        id: about

        y: title.height + 2
        width: root.width
        text: root.description
        kind: Label.Kind.Small
        muted: true
        wrapMode: Text.Wrap
        visible: text.length > 0
        Accessible.ignored: true
    }
}
