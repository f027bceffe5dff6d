import QtQml

Double {
    id: root
    property string text: ""
    property int cursorPosition: 0
    property string placeholder: "Message to Lobby"
    property bool isReplying: false
    property string replyAuthor: "Bob"
    property string replyText: "The printer works again."
    property bool isEditing: false
    property string editedKey: ""
    property bool canSend: text.length > 0
    property int charactersLeft: 4000
    property bool showsCharactersLeft: false
    property string problem: ""
    property CompletionModel completions: CompletionModel {
        rows: [{
                "insert": "@Bob",
                "kind": "person",
                "title": "Bob",
                "subtitle": "online",
                "color": "#2a9d63",
                "initial": "B"
            }, {
                "insert": "@Bettina",
                "kind": "person",
                "title": "Bettina",
                "subtitle": "away",
                "color": "#d39418",
                "initial": "B"
            }]
    }
    property bool isCompleting: text.endsWith("@B")
    property int completionIndex: 0
    signal cursorMoved(int position)
    function send() {
        root.called("send");
        text = "";
    }
    function acceptCompletion(r) {
        root.called("acceptCompletion", r);
    }
    function dismissCompletion() {
        root.called("dismissCompletion");
    }
    function replyTo(k) {
        root.called("replyTo", k);
        isReplying = true;
    }
    function replyToLast() {
        root.called("replyToLast");
        isReplying = true;
    }
    function edit(k) {
        root.called("edit", k);
        isEditing = true;
    }
    function editLast() {
        root.called("editLast");
        isEditing = true;
        return true;
    }
    function unwind() {
        root.called("unwind");
        const r = isReplying || isEditing;
        isReplying = false;
        isEditing = false;
        return r;
    }
    function insert(t) {
        root.called("insert", t);
        text += t;
    }
    function schedule(w) {
        root.called("schedule", w);
    }
}
