import QtQuick

/*! What the keys do while one writes a message. */
QtObject {
    id: root

    property bool isCompleting: false
    property bool isEmpty: true
    /*! While an input method is at work, all keys are its own. */
    property bool isComposing: false
    property bool canUnwind: false
    property bool enterSends: true

    signal sent
    signal completionAccepted
    signal completionMoved(int step)
    signal lastEdited
    signal lastReplied
    signal unwound
    /*! To the next control, or to the one before. */
    signal left(bool forwards)

    /*! Whether the key must not become a shortcut of the window. */
    function claims(event: KeyEvent): bool {
        if (isComposing)
            return true;
        if (event.key === Qt.Key_Escape)
            return canUnwind;
        return isCompleting && event.modifiers === Qt.NoModifier && [Qt.Key_Up, Qt.Key_Down, Qt.Key_Tab, Qt.Key_Return, Qt.Key_Enter].includes(event.key);
    }

    /*! Does what the key is for; false: it is for the text. */
    function handle(event: KeyEvent): bool {
        if (isComposing)
            return false;
        if (isCompleting && handleCompletion(event))
            return true;
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            return handleEnter(event.modifiers);
        if (event.key === Qt.Key_Escape && canUnwind) {
            unwound();
            return true;
        }
        if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab) {
            left(event.key === Qt.Key_Tab);
            return true;
        }
        if (event.key === Qt.Key_Up && isEmpty)
            return handleUp(event.modifiers);
        return false;
    }

    function handleCompletion(event: KeyEvent): bool {
        if (event.modifiers !== Qt.NoModifier && event.modifiers !== Qt.KeypadModifier)
            return false;
        if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            completionMoved(event.key === Qt.Key_Up ? -1 : 1);
        else if (event.key === Qt.Key_Tab || event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            completionAccepted();
        else
            return false;
        return true;
    }

    function handleEnter(modifiers: int): bool {
        const plain = (modifiers & ~Qt.KeypadModifier) === Qt.NoModifier;
        const control = (modifiers & Qt.ControlModifier) !== 0;
        if (!control && !(plain && enterSends))
            return false;
        sent();
        return true;
    }

    function handleUp(modifiers: int): bool {
        if (modifiers & Qt.ShiftModifier)
            lastReplied();
        else if ((modifiers & ~Qt.KeypadModifier) === Qt.NoModifier)
            lastEdited();
        else
            return false;
        return true;
    }
}
