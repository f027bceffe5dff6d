import QtQml

Double {
    id: root

    enum Kind {
        Public,
        Private,
        Direct
    }
    enum NotifyLevel {
        Default,
        All,
        Mentions,
        Nothing
    }
    property string roomId: "r1"
    property string name: "Lobby"
    property string topic: "Everything that has no room of its own"
    property int kind: 0
    property bool isDirect: false
    property int memberCount: 12
    property string memberNames: "Ann, Bob, Carla and 9 others"
    property string initial: "L"
    property string color: "#4a4fc6"
    property int presence: 1
    property string presenceText: "Online"
    property bool isFavourite: false
    property int notifyLevel: 0
    property int myRole: 4
    property bool canPost: true
    property string cannotPostReason: "Only moderators write here"
    property bool canPin: true
    property bool canInvite: true
    property bool canUpdate: true
    property bool canModerate: true
    property bool canSetRoles: true
    property bool canLeave: true
    property real slowModeMs: 0
    property string slowModeText: ""
    property bool isAnnouncementOnly: false
    property TimelineModel timeline: TimelineModel {
    }
    property ComposerViewModel composer: ComposerViewModel {
    }
    property MembersModel memberList: MembersModel {
        rows: [{
                "userId": "u1",
                "name": "Ann",
                "initial": "A",
                "color": "#4a4fc6",
                "role": 4,
                "roleText": "Owner",
                "state": 1,
                "status": "",
                "isMe": true,
                "isMuted": false
            }, {
                "userId": "u2",
                "name": "Bob",
                "initial": "B",
                "color": "#2a9d63",
                "role": 2,
                "roleText": "Moderator",
                "state": 2,
                "status": "At lunch",
                "isMe": false,
                "isMuted": false
            }, {
                "userId": "u3",
                "name": "Carla Fernández-Montgomery",
                "initial": "C",
                "color": "#b83280",
                "role": 1,
                "roleText": "",
                "state": 0,
                "status": "",
                "isMe": false,
                "isMuted": false
            }]
    }
    property PinsModel pins: PinsModel {
        rows: [{
                "messageId": "m1",
                "authorName": "Bob",
                "authorColor": "#2a9d63",
                "text": "Meeting every Monday at 10 in the big root. Please bring your numbers.",
                "time": "3 March"
            }]
    }
    property string typingText: "Bob is typing"
    property int unread: 0
    property int newBelow: 0
    property bool hasUnreadAbove: false
    property bool isLoading: false
    property bool hasOlder: true
    property bool hasNewer: false
    property string problem: ""
    property bool isAtLatest: true
    property bool windowActive: false
    signal positionRequested(int row, bool flash)
    property int made: 0
    /*! How many messages there are at first, and how many come with each page. */
    property int pageSize: 60
    property int arrived: 0

    function arrive() {
        ++root.arrived;
        root.timeline.insertAll(0, [Object.assign(root.msg(3 * root.arrived + 2), {"key": "new" + root.arrived, "showUnreadLine": false, "sendState": 0})]);
    }
    function arriveMany(number) {
        const rows = [];
        for (let i = 0; i < number; ++i)
            rows.push(Object.assign(root.msg(100 + i), {"key": "below" + i}));
        root.timeline.insertAll(0, rows);
    }
    function msg(i) {
        const authors = [["u1", "Ann", "#4a4fc6"], ["u2", "Bob", "#2a9d63"], ["u3", "Carla", "#b83280"]];
        const a = authors[Math.floor(i / 3) % 3];
        const texts = ["Good morning!", "Has anyone seen the <b>blue</b> folder? I left it on the table next to the window yesterday evening.", "No, but the printer works again. See <a href='https://example.org/manual'>the manual</a> for what to do the next time it says <i>paper jam</i> though there is no paper in it at all.", "ok", "Let us meet at <code>10:30</code>", "😀"];
        const t = texts[i % texts.length];
        return {
            "key": "m" + i,
            "kind": 0,
            "authorId": a[0],
            "authorName": a[1],
            "authorColor": a[2],
            "authorInitial": a[1][0],
            "isMine": a[0] === "u1",
            "timeText": "10:" + (10 + i % 50),
            "fullTimeText": "Monday, 3 March 2026, 10:24",
            "dayText": Math.floor(i / 20) === 0 ? "Today" : "Monday, " + (30 - Math.floor(i / 20)) + " March",
            "showDay": i % 20 === 19,
            "startsGroup": i % 3 === 2,
            "showUnreadLine": i === 4,
            "blocks": i % 13 === 7 ? [{
                    "kind": "paragraph",
                    "html": "Try this:",
                    "plain": "Try this:",
                    "language": ""
                }, {
                    "kind": "code",
                    "html": "",
                    "plain": "int main()\n{\n    return 42;\n}",
                    "language": "cpp"
                }] : [{
                    "kind": "paragraph",
                    "html": t,
                    "plain": t,
                    "language": ""
                }],
            "plainText": t.replace(/<[^>]*>/g, ""),
            "isEmojiOnly": t === "😀",
            "isEdited": i % 7 === 3,
            "isDeleted": i % 17 === 11,
            "isPinned": i === 6,
            "sendState": i === 0 ? 1 : i === 1 ? 2 : 0,
            "problem": i === 1 ? "You may write again in 20 s" : "",
            "replyAuthor": i === 5 ? "Bob" : "",
            "replyText": i === 5 ? "The printer works again." : "",
            "replyKey": i === 5 ? "m20" : "",
            "reactions": i % 5 === 4 ? [{
                    "emoji": "👍",
                    "count": 3,
                    "isMine": true,
                    "names": "Ann, Bob, Carla"
                }, {
                    "emoji": "🎉",
                    "count": 1,
                    "isMine": false,
                    "names": "Bob"
                }] : [],
            "mentionsMe": i === 8,
            "readBy": i === 2 ? "Bob, Carla" : "",
            "canEdit": a[0] === "u1",
            "canDelete": true,
            "systemText": ""
        };
    }
    function page(n) {
        const r = [];
        for (let i = 0; i < n; ++i)
            r.push(msg(made++));
        return r;
    }
    Component.onCompleted: timeline.rows = page(pageSize)
    function jumpTo(k) {
        const r = timeline.rowOf(k);
        if (r >= 0)
            positionRequested(r, true);
    }
    function jumpToDate(ms) {
        root.called("jumpToDate", ms);
    }
    function jumpToLatest() {
        positionRequested(0, false);
        newBelow = 0;
    }
    function jumpToFirstUnread() {
        positionRequested(4, false);
    }
    function loadOlder() {
        if (made > 600) {
            hasOlder = false;
            return;
        }
        root.called("loadOlder");
        isLoading = true;
        later.start();
    }
    function loadNewer() {
        root.called("loadNewer");
    }
    function markSeen(r) {
        root.called("markSeen", r);
    }
    function hideUnreadLine() {
        root.called("hideUnreadLine");
    }
    function loadMembers() {
        root.called("loadMembers");
    }
    function loadPins() {
        root.called("loadPins");
    }
    function leave() {
        root.called("leave");
    }
    function invite(u) {
        root.called("invite", u);
    }
    function update(a, b, c, d) {
        root.called("update", a, b, c, d);
    }
    function kick(a, b) {
        root.called("kick", a, b);
    }
    function ban(a, b, c) {
        root.called("ban", a, b, c);
    }
    function mute(a, b, c) {
        root.called("mute", a, b, c);
    }
    function unmute(a) {
        root.called("unmute", a);
    }
    function setRole(a, b) {
        root.called("setRole", a, b);
    }
    property Timer later: Timer {
        interval: 50
        onTriggered: {
            if (root.pageSize > 0)
                root.timeline.insertAll(root.timeline.count, root.page(root.pageSize));
            root.isLoading = false;
        }
    }
}
