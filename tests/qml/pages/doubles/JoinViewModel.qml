import QtQml

Double {
    id: root
    enum Wants {
        None,
        ServerPassword,
        UserPassword,
        OtherName
    }
    property FoundChatsModel found: FoundChatsModel {
        rows: [{
                "name": "Ann's chat",
                "address": "192.168.1.20:8418",
                "people": 3,
                "version": "0.1.0",
                "isKnown": false
            }, {
                "name": "Office",
                "address": "192.168.1.2:8418",
                "people": 14,
                "version": "0.1.0",
                "isKnown": true
            }]
    }
    property bool isSearching: true
    property bool nothingFound: false
    property var reasons: ["Nobody hosts a chat on this network at the moment.", "The other computer is in another network, such as a guest Wi-Fi.", "A firewall on the hosting computer blocks port 8418."]
    property string addressText: ""
    property string problem: ""
    property bool isConnecting: false
    property string connectingTo: ""
    property int wants: 0
    property string password: ""
    function startSearch() {
        root.called("startSearch");
    }
    function stopSearch() {
        root.called("stopSearch");
    }
    function joinFound(r) {
        root.called("joinFound", r);
    }
    function joinAddress() {
        root.called("joinAddress");
    }
    function submit() {
        root.called("submit");
    }
    function cancel() {
        root.called("cancel");
        wants = 0;
    }
}
