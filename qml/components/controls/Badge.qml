import QtQuick
import Confab.Theme

/*! How many are unread, in a pill. Decorative: the row around it says the number. */
Rectangle {
    id: root

    enum Kind {
        Plain,
        Mention,
        Quiet
    }

    property int count: 0
    property int kind: Badge.Kind.Plain

    readonly property bool quiet: kind === Badge.Kind.Quiet

    implicitHeight: Math.round(Theme.captionSize * 1.5)
    implicitWidth: Math.max(implicitHeight, label.implicitWidth + 10)
    radius: implicitHeight / 2
    color: kind === Badge.Kind.Mention ? Theme.danger : quiet ? Theme.pressed : Theme.accent
    visible: count > 0
    Accessible.ignored: true

    Label {
        id: label

        anchors.centerIn: parent
        text: root.count > 99 ? "99+" : String(root.count)
        kind: Label.Kind.Caption
        strong: true
        color: root.quiet ? Theme.textSecondary : Theme.textOnAccent
        Accessible.ignored: true
    }
}
