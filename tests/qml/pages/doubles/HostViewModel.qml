import QtQml

Double {
    id: root
    property bool running: true
    property bool starting: false
    property string problem: ""
    property string name: "Ann's chat"
    property var addresses: ["192.168.1.20:8418", "10.0.0.4:8418"]
    property string inviteLink: "confab://192.168.1.20:8418"
    property string qrSource: "image://qr/confab%3A%2F%2F192.168.1.20%3A8418"
    property int peopleConnected: 2
    property var people: ["Bob", "Carla"]
    function start() {
        root.called("start");
    }
    function stop() {
        root.called("stop");
    }
    function copyInvite() {
        root.called("copyInvite");
    }
}
