import Confab.Tests

RowsModel {
    id: root
    property var calls: []
    function called(name: string, first: var, second: var, third: var): void {
        const words = [name, first, second, third].filter(word => word !== undefined);
        root.calls = root.calls.concat([words.join(" ")]);
    }
    property string query
    property bool isBusy: false
    property bool hasMore: false
    property string problem
    function load() {
        root.called("load");
    }
    function loadMore() {
        root.called("loadMore");
    }

    rows: [{
            "roomId": "r1",
            "name": "Lobby",
            "topic": "Everything",
            "members": 12,
            "isMember": true
        }, {
            "roomId": "r9",
            "name": "Cooking",
            "topic": "What is for lunch",
            "members": 4,
            "isMember": false
        }, {
            "roomId": "r10",
            "name": "Release",
            "topic": "",
            "members": 1,
            "isMember": false
        }]
}
