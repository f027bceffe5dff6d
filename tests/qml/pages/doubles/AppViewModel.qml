import QtQml

Double {
    id: root
    enum Page {
        FirstRun,
        Join,
        Host,
        Chat
    }
    property int page: 0
    property SettingsViewModel settings: SettingsViewModel {
    }
    property ServerListModel servers: ServerListModel {
    }
    property ChatViewModel chat: null
    property HostViewModel host: HostViewModel {
    }
    property JoinViewModel join: JoinViewModel {
    }
    property EmojiModel emoji: EmojiModel {
    }
    property string myName: "Ann"
    property string myNameProblem: ""
    property int unread: 3
    property int mentions: 1
    property bool windowActive
    property bool windowVisible
    signal closeConfirmationNeeded(int people)
    signal closed
    signal windowRaised
    signal problemOccurred(string text)
    function showFirstRun() {
        root.called("showFirstRun");
        page = 0;
    }
    function showJoin() {
        root.called("showJoin");
        page = 1;
    }
    function showHost() {
        root.called("showHost");
        page = 2;
    }
    function showChat() {
        root.called("showChat");
        page = 3;
    }
    function hostChat() {
        root.called("hostChat");
        page = 2;
    }
    function openServer(s) {
        root.called("openServer", s);
    }
    function removeServer(s) {
        root.called("removeServer", s);
    }
    function quitWanted() {
        root.called("quitWanted");
        return true;
    }
    function closeWanted() {
        root.called("closeWanted");
        closeConfirmationNeeded(2);
        return false;
    }
    function closeAnyway() {
        root.called("closeAnyway");
        closed();
    }
    function handleLink(t) {
        root.called("handleLink", t);
    }
    function canOpenLink(u) {
        root.called("canOpenLink", u);
        return true;
    }
    function openLink(u) {
        root.called("openLink", u);
    }
    function copyText(t) {
        root.called("copyText", t);
    }
}
