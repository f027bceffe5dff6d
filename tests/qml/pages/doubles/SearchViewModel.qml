import QtQml

Double {
    id: root
    property string query: "printer"
    property bool inThisRoom: true
    property SearchResultsModel results: SearchResultsModel {
        rows: [{
                "messageId": "m1",
                "roomId": "r1",
                "roomName": "Lobby",
                "authorName": "Bob",
                "color": "#2a9d63",
                "initial": "B",
                "timeText": "10:24",
                "snippetHtml": "The <b>printer</b> works again."
            }, {
                "messageId": "m2",
                "roomId": "r1",
                "roomName": "Lobby",
                "authorName": "Carla",
                "color": "#b83280",
                "initial": "C",
                "timeText": "Yesterday",
                "snippetHtml": "Who broke the <b>printer</b> this time? It says paper jam but there is no paper in it at all, only toner everywhere and a very sad cat."
            }]
    }
    property bool isBusy: false
    property bool isOffline: false
    property string problem: ""
    property bool hasMore: false
    property bool isEmptyResult: false
    function loadMore() {
        root.called("loadMore");
    }
    function open(r) {
        root.called("open", r);
    }
    function clear() {
        root.called("clear");
    }
}
