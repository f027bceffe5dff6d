import QtQuick
import QtTest
import Confab.Theme

TestCase {
    id: test

    name: "Theme"

    function luminance(colour) {
        const part = value => value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        return 0.2126 * part(colour.r) + 0.7152 * part(colour.g) + 0.0722 * part(colour.b);
    }

    // As WCAG 2.1 defines it.
    function contrast(one, other) {
        const high = Math.max(luminance(one), luminance(other));
        const low = Math.min(luminance(one), luminance(other));
        return (high + 0.05) / (low + 0.05);
    }

    function over(upper, lower) {
        const mix = (a, b) => a * upper.a + b * (1 - upper.a);
        return Qt.rgba(mix(upper.r, lower.r), mix(upper.g, lower.g), mix(upper.b, lower.b), 1);
    }

    function verifyContrast(ink, ground, least) {
        const value = contrast(Theme[ink], Theme[ground]);
        verify(value >= least, ink + " on " + ground + ": " + value.toFixed(2));
    }

    function init() {
        Theme.mode = Theme.Mode.Light;
        Theme.systemDark = false;
        Theme.textScale = 1;
        Theme.compact = false;
        Theme.reducedMotion = false;
    }

    function cleanupTestCase() {
        init();
    }

    function modes() {
        return [{tag: "light", mode: Theme.Mode.Light}, {tag: "dark", mode: Theme.Mode.Dark}];
    }

    function test_textCanBeReadOnEveryGround_data() {
        return modes();
    }

    function test_textCanBeReadOnEveryGround(data) {
        Theme.mode = data.mode;
        const inks = ["text", "textSecondary", "textMuted", "accentText", "dangerText", "warningText", "successText"];
        const grounds = ["backdrop", "sidebar", "surface", "raised", "field", "code", "mentionRow", "accentSoft"];
        for (const ink of inks) {
            for (const ground of grounds)
                verifyContrast(ink, ground, 4.5);
        }
        verifyContrast("dangerText", "dangerSoft", 4.5);
        verifyContrast("warningText", "warningSoft", 4.5);
        verifyContrast("successText", "successSoft", 4.5);
        verifyContrast("textOnInverse", "inverse", 4.5);
        verifyContrast("accentOnInverse", "inverse", 4.5);
        verifyContrast("codeText", "surface", 4.5);
        verifyContrast("accentText", "chosen", 4.5);
        verifyContrast("text", "flash", 4.5);
    }

    function test_wordsOnButtonsCanBeReadInEveryState_data() {
        return modes();
    }

    function test_wordsOnButtonsCanBeReadInEveryState(data) {
        Theme.mode = data.mode;
        for (const ground of ["accent", "accentHover", "accentPressed", "danger", "dangerHover", "dangerPressed"])
            verifyContrast("textOnAccent", ground, 4.5);
        for (const ground of ["sidebar", "surface", "raised"]) {
            verify(contrast(Theme.text, over(Theme.pressed, Theme[ground])) >= 4.5);
            verify(contrast(Theme.textSecondary, over(Theme.pressed, Theme[ground])) >= 4.5);
        }
    }

    function test_edgesAndFocusStandOut_data() {
        return modes();
    }

    function test_edgesAndFocusStandOut(data) {
        Theme.mode = data.mode;
        for (const edge of ["borderStrong", "focus", "unreadLine"]) {
            for (const ground of ["sidebar", "surface", "raised", "field"])
                verifyContrast(edge, ground, 3);
        }
    }

    function test_aNameInAnyColourCanBeRead_data() {
        return modes();
    }

    function test_aNameInAnyColourCanBeRead(data) {
        Theme.mode = data.mode;
        for (let hue = 0; hue < 360; hue += 10) {
            for (const colour of [Qt.hsla(hue / 360, 1, 0.5, 1), Qt.hsla(hue / 360, 0.4, 0.9, 1)]) {
                const ink = Theme.ink(colour);
                verify(contrast(ink, Theme.tint(colour)) >= 4.5, "initial at hue " + hue);
                verify(contrast(ink, Theme.surface) >= 4.5, "name at hue " + hue);
                verify(contrast(ink, Theme.mentionRow) >= 4.5, "name in a mention at hue " + hue);
            }
        }
        verify(contrast(Theme.ink("black"), Theme.tint("black")) >= 4.5);
        verify(contrast(Theme.ink("white"), Theme.tint("white")) >= 4.5);
    }

    function test_followsTheSystemOnlyWhenAskedTo() {
        Theme.systemDark = true;
        verify(!Theme.dark);
        Theme.mode = Theme.Mode.System;
        verify(Theme.dark);
        Theme.systemDark = false;
        verify(!Theme.dark);
        Theme.mode = Theme.Mode.Dark;
        verify(Theme.dark);
    }

    function test_largerTextMakesRoomForItself() {
        const body = Theme.bodySize;
        const height = Theme.controlHeight;
        Theme.textScale = 1.6;
        compare(Theme.bodySize, Math.round(body * 1.6));
        verify(Theme.controlHeight > height);
        Theme.textScale = 0.8;
        verify(Theme.captionSize >= 9);
    }

    function test_distancesLieOnTheGrid() {
        for (const step of [1, 2, 3, 4, 5, 6, 8, 10, 12])
            compare(Theme["space" + step], 4 * step);
    }

    function test_nothingMovesForThoseWhomItDisturbs() {
        verify(Theme.normal > 0);
        Theme.reducedMotion = true;
        compare(Theme.normal, 0);
        compare(Theme.fast, 0);
    }
}
