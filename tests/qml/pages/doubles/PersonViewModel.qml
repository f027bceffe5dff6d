import QtQml

Double {
    id: root
    property string userId: "u1"
    property string name: "Ann"
    property string initial: "A"
    property string color: "#4a4fc6"
    property int state: 1
    property string stateText: "Online"
    property string status: ""
    property int role: 4
    property string roleText: "Owner"
}
