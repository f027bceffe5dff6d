import QtQuick

import Confab.Components.Controls
import Confab.ViewModels

/*!
    Says above the chat that the server cannot be reached, and when it is tried again.
*/
Banner {
    id: root

    required property ConnectionViewModel connection

    readonly property bool isRefused: root.connection.state === ConnectionViewModel.State.Refused

    signal signInRequested

    height: visible ? implicitHeight : 0
    visible: root.connection.bannerVisible
    kind: root.isRefused ? Banner.Kind.Danger : Banner.Kind.Warning
    iconName: root.isRefused ? "alert" : "offline"
    text: root.connection.text
    actionText: root.isRefused ? qsTr("Sign in again") : root.connection.canRetry ? qsTr("Retry now") : ""
    onActionTriggered: {
        if (root.isRefused)
            root.signInRequested();
        else
            root.connection.retryNow();
    }
}
