pragma Singleton

import QtQuick

/*!
    Colours, distances, type sizes and durations of the whole window; nothing else in qml/ names a colour or a size of
    its own. The program sets mode, systemDark, textScale, compact and reducedMotion; everything else follows.

    Text colours have a contrast of at least 4.5:1 on every background that they are meant for (tests/qml/theme).
    Sizes are in device-independent pixels, durations in milliseconds.
*/
QtObject {
    id: root

    enum Mode {
        System,
        Light,
        Dark
    }

    property int mode: Theme.Mode.System
    /*! Whether the desktop prefers dark windows; counts while mode is System. */
    property bool systemDark: false
    /*! Factor of every type size, 0.8 to 1.6. */
    property real textScale: 1
    /*! Less room between rows. */
    property bool compact: false
    /*! No movement or fading: for people whom it disturbs. */
    property bool reducedMotion: false
    property string fontFamily: Application.font.family
    property string monospaceFamily: "monospace"
    /*! Of text that is emoji alone; in other text the fonts of the system supply them. */
    property string emojiFamily: "emoji"

    readonly property bool dark: mode === Theme.Mode.Dark || (mode === Theme.Mode.System && systemDark)

    // Backgrounds, from the lowest to the highest.
    readonly property color backdrop: dark ? "#0d0f15" : "#e8e9f1"
    readonly property color sidebar: dark ? "#14161e" : "#f4f5f9"
    readonly property color surface: dark ? "#1a1d27" : "#ffffff"
    readonly property color raised: dark ? "#232735" : "#ffffff"
    readonly property color field: dark ? "#11131a" : "#ffffff"
    readonly property color code: dark ? "#12141c" : "#f4f5f9"
    readonly property color scrim: dark ? "#a6000000" : "#66141729"
    readonly property color shadow: dark ? "#20000000" : "#05161a3a"
    readonly property color inverse: dark ? "#eceef6" : "#252938"

    // Laid over a background: what the pointer is on, and what is being pressed.
    readonly property color hover: dark ? "#0fffffff" : "#0d1b1f4a"
    readonly property color pressed: dark ? "#1cffffff" : "#1a1b1f4a"

    // The one of a few choices side by side that is taken.
    readonly property color chosen: dark ? "#343962" : "#ffffff"
    readonly property color chosenBorder: dark ? "#4b5187" : "#e1e3ed"

    readonly property color border: dark ? "#2c3142" : "#e1e3ed"
    readonly property color borderStrong: dark ? "#6b7289" : "#878da2"

    readonly property color text: dark ? "#e8eaf3" : "#1b1e2b"
    readonly property color textSecondary: dark ? "#b3b8ca" : "#4c5266"
    readonly property color textMuted: dark ? "#979db2" : "#5f657a"
    readonly property color textDisabled: dark ? "#5c6277" : "#a2a7b8"
    readonly property color textOnInverse: dark ? "#1b1e2b" : "#ffffff"

    readonly property color accent: dark ? "#5a60da" : "#4a4fc6"
    readonly property color accentHover: dark ? "#6268dd" : "#4046b4"
    readonly property color accentPressed: dark ? "#4f55c9" : "#373c9f"
    readonly property color accentText: dark ? "#a9aeff" : "#4348bd"
    readonly property color accentSoft: dark ? "#282c4e" : "#e9eafc"
    readonly property color textOnAccent: "#ffffff"
    readonly property color accentOnInverse: dark ? "#3a3fae" : "#b9bdff"
    readonly property color focus: dark ? "#8f95ff" : "#4a4fc6"

    readonly property color danger: dark ? "#c93a47" : "#c22f3d"
    readonly property color dangerHover: dark ? "#cd404d" : "#ad2734"
    readonly property color dangerPressed: dark ? "#b3323e" : "#97202c"
    readonly property color dangerText: dark ? "#ff9a9f" : "#b3242f"
    readonly property color dangerSoft: dark ? "#3b2029" : "#fdeced"
    readonly property color warningText: dark ? "#f3c469" : "#7f4d00"
    readonly property color warningSoft: dark ? "#352b16" : "#fff3da"
    readonly property color successText: dark ? "#6fd6a5" : "#146a43"
    readonly property color successSoft: dark ? "#17332a" : "#e3f5ec"

    readonly property color online: dark ? "#3cb878" : "#2a9d63"
    readonly property color away: dark ? "#e2a93a" : "#d39418"
    readonly property color busy: dark ? "#e5565f" : "#d43f4b"

    // Messages.
    readonly property color mentionRow: dark ? "#292619" : "#fff9ea"
    readonly property color mentionText: accentText
    readonly property color codeText: dark ? "#f0a7c3" : "#a32b60"
    readonly property color flash: dark ? "#37331d" : "#fff0c4"
    readonly property color unreadLine: dark ? "#f07480" : "#c22f3d"

    // Distances: the grid of four pixels.
    readonly property int space1: 4
    readonly property int space2: 8
    readonly property int space3: 12
    readonly property int space4: 16
    readonly property int space5: 20
    readonly property int space6: 24
    readonly property int space8: 32
    readonly property int space10: 40
    readonly property int space12: 48

    readonly property int radiusSmall: 4
    readonly property int radius: 8
    readonly property int radiusLarge: 12

    // Type.
    readonly property int captionSize: Math.round(12 * textScale)
    readonly property int smallSize: Math.round(13 * textScale)
    readonly property int bodySize: Math.round(14 * textScale)
    readonly property int leadSize: Math.round(16 * textScale)
    readonly property int titleSize: Math.round(18 * textScale)
    readonly property int headlineSize: Math.round(22 * textScale)
    readonly property int displaySize: Math.round(30 * textScale)
    readonly property real lineHeight: 1.3

    // Sizes of things.
    readonly property int iconSmall: 16
    readonly property int icon: 20
    readonly property int iconLarge: 24
    readonly property int controlHeight: Math.max(compact ? 32 : 36, Math.round(bodySize * 2))
    readonly property int rowHeight: Math.max(compact ? 28 : 36, Math.round(bodySize * 2))
    readonly property int headerHeight: Math.max(56, Math.round(bodySize * 3.4))
    readonly property int avatarSmall: 24
    readonly property int avatar: compact ? 32 : 36
    readonly property int avatarLarge: 64
    readonly property int focusWidth: 2
    /*! Below this width of the window there is only one column. */
    readonly property int narrowWidth: 700

    readonly property int fast: reducedMotion ? 0 : 80
    readonly property int normal: reducedMotion ? 0 : 160
    readonly property int flashDuration: 1500
    readonly property int toolTipDelay: 500

    /*! The background of something that stands for a person or a chat of this colour: its hue, calm in both themes. */
    function tint(colour: color): color {
        return Qt.hsla(Math.max(0, colour.hslHue), Math.min(colour.hslSaturation, 0.5), dark ? 0.25 : 0.88, 1);
    }

    /*! Text in the hue of this colour, readable on tint(colour) and on every background. */
    function ink(colour: color): color {
        return Qt.hsla(Math.max(0, colour.hslHue), Math.min(colour.hslSaturation, 0.6), dark ? 0.84 : 0.26, 1);
    }
}
