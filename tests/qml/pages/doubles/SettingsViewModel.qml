import QtQml

Double {
    id: root
    enum Theme {
        System,
        Light,
        Dark
    }
    enum Notifications {
        All,
        Mentions,
        Nothing
    }
    property int theme: 1
    property real textScale: 1
    property bool compact: false
    property string language: ""
    property bool enterSends: true
    property int notifications: 1
    property bool showMessageText: true
    property bool doNotDisturb: false
    property bool closeToTray: false
    property bool sounds: true
}
