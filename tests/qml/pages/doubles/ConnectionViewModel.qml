import QtQml

Double {
    id: root
    enum State {
        Offline,
        Connecting,
        Online,
        Waiting,
        Refused
    }
    property int state: 2
    property bool isOnline: true
    property bool bannerVisible: false
    property string text: "No connection to the chat. Trying again in 8 s"
    property int secondsToRetry: 8
    property bool canRetry: true
    function retryNow() {
        root.called("retryNow");
    }
}
