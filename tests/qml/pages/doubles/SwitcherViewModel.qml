import QtQml

Double {
    id: root
    property string query
    property SwitcherModel results: SwitcherModel {
        rows: [{
                "targetId": "r1",
                "kind": "room",
                "title": "Lobby",
                "subtitle": "Everything",
                "color": "#4a4fc6",
                "initial": "L",
                "unread": 0,
                "mentions": 0
            }, {
                "targetId": "r2",
                "kind": "room",
                "title": "Kitchen",
                "subtitle": "Lunch",
                "color": "#4a4fc6",
                "initial": "K",
                "unread": 3,
                "mentions": 1
            }, {
                "targetId": "u2",
                "kind": "direct",
                "title": "Bob",
                "subtitle": "",
                "color": "#2a9d63",
                "initial": "B",
                "unread": 0,
                "mentions": 0
            }]
    }
    function refresh() {
        root.called("refresh");
    }
    function open(r) {
        root.called("open", r);
    }
}
