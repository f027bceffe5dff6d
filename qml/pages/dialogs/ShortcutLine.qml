import QtQuick

import Confab.Components.Controls
import Confab.Theme

/*!
    What a key is good for.
*/
Item {
    id: root

    /*! {keys, text}. */
    required property var modelData

    implicitHeight: Math.max(what.implicitHeight, keys.implicitHeight)

    Label {
        id: what
        anchors.left: parent.left
        anchors.right: keys.left
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        wrapMode: Text.Wrap
        text: root.modelData.text
    }
    KeyCombo {
        id: keys
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        keys: root.modelData.keys
    }
}
