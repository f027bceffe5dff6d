import QtQuick
import Confab.Theme

/*! Lights a row up for a moment: it is the one that was looked for. */
Rectangle {
    id: root

    required property MessageEntry entry

    color: Theme.flash

    SequentialAnimation on opacity {
        PauseAnimation {
            duration: Theme.reducedMotion ? Theme.flashDuration : Theme.flashDuration / 2
        }
        NumberAnimation {
            to: 0
            duration: Theme.reducedMotion ? 0 : Theme.flashDuration / 2
        }
    }
}
