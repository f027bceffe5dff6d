import QtQuick
import Confab.Theme

/*! Text of the interface: never interpreted, in one of the type sizes of Theme. */
Text {
    id: root

    enum Kind {
        Body,
        Caption,
        Small,
        Lead,
        Title,
        Headline,
        Display
    }

    property int kind: Label.Kind.Body
    property bool strong: false
    property bool secondary: false
    property bool muted: false

    font.family: Theme.fontFamily
    font.pixelSize: kind === Label.Kind.Body ? Theme.bodySize : kind === Label.Kind.Caption ? Theme.captionSize
        : kind === Label.Kind.Small ? Theme.smallSize : kind === Label.Kind.Lead ? Theme.leadSize
        : kind === Label.Kind.Title ? Theme.titleSize : kind === Label.Kind.Headline ? Theme.headlineSize : Theme.displaySize
    font.weight: strong || kind >= Label.Kind.Title ? Font.DemiBold : Font.Normal
    color: !enabled ? Theme.textDisabled : muted ? Theme.textMuted : secondary ? Theme.textSecondary : Theme.text
    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
