import QtQml

Double {
    id: root
    property string serverId: "s1"
    property string serverName: "Ann's chat"
    property string address: "192.168.1.20:8418"
    property string inviteLink: "confab://192.168.1.20:8418"
    property PersonViewModel me: PersonViewModel {
    }
    property PersonViewModel other: PersonViewModel {
        userId: "u2"
        name: "Bob"
        initial: "B"
        color: "#2a9d63"
        state: 2
        stateText: "Away"
        status: "At lunch"
        role: 1
        roleText: ""
    }
    function person(userId) {
        return userId === root.me.userId ? root.me : root.other;
    }
    property ConnectionViewModel connection: ConnectionViewModel {
    }
    function rr(id, name, kind, sec, title, unread, mentions, extra) {
        return Object.assign({
                "roomId": id,
                "name": name,
                "kind": kind,
                "section": sec,
                "sectionTitle": title,
                "unread": unread,
                "mentions": mentions,
                "isMuted": false,
                "hasDraft": false,
                "lastText": "ok",
                "lastTime": "10:24",
                "typing": "",
                "isCurrent": false,
                "presence": kind === 2 ? 1 : -1,
                "initial": name[0],
                "color": "#2a9d63",
                "topic": ""
            }, extra || {});
    }
    property RoomListModel rooms: RoomListModel {
    }
    property string roomFilter: ""
    property RoomViewModel room: RoomViewModel {
    }
    property SearchViewModel search: SearchViewModel {
    }
    property SwitcherViewModel switcher: SwitcherViewModel {
    }
    property PeopleModel people: PeopleModel {
        rows: [{
                "userId": "u2",
                "name": "Bob",
                "initial": "B",
                "color": "#2a9d63",
                "state": 1,
                "status": "",
                "lastSeenText": "",
                "role": 1,
                "isMe": false
            }, {
                "userId": "u1",
                "name": "Ann",
                "initial": "A",
                "color": "#4a4fc6",
                "state": 1,
                "status": "",
                "lastSeenText": "",
                "role": 1,
                "isMe": true
            }]
    }
    property PublicRoomsModel directory: PublicRoomsModel {
    }
    property ScheduledModel scheduled: ScheduledModel {
    }
    property bool canCreateRoom: true
    property bool canAnnounce: true
    property int unread: 3
    property int mentions: 1
    Component.onCompleted: rooms.rows = [rr("r2", "Kitchen", 0, 0, "Unread", 3, 1), rr("r3", "Release", 1, 0, "Unread", 2, 0), rr("r1", "Lobby", 0, 1, "Favourites", 0, 0, {
                "isCurrent": true
            }), rr("r4", "Design", 0, 2, "Rooms", 0, 0, {
                "hasDraft": true
            }), rr("r5", "A very long room name that does not fit", 0, 2, "Rooms", 0, 0, {
                "isMuted": true
            }), rr("u2", "Bob", 2, 3, "Direct messages", 0, 0, {
                "typing": "Bob"
            }), rr("u3", "Carla Fernández", 2, 3, "Direct messages", 120, 0, {
                "presence": 0,
                "color": "#b83280"
            })]
    signal attentionWanted
    signal problemOccurred(string text)
    signal noticeReceived(string text)
    function openRoom(id) {
        root.called("openRoom", id);
    }
    function openDirect(u) {
        root.called("openDirect", u);
    }
    function closeRoom() {
        root.called("closeRoom");
        room = null;
    }
    function createRoom(a, b, c) {
        root.called("createRoom", a, b, c);
    }
    function joinRoom(r) {
        root.called("joinRoom", r);
    }
    function leaveRoom(r) {
        root.called("leaveRoom", r);
    }
    function nextRoom() {
        root.called("nextRoom");
    }
    function previousRoom() {
        root.called("previousRoom");
    }
    function nextUnreadRoom() {
        root.called("nextUnreadRoom");
    }
    function previousUnreadRoom() {
        root.called("previousUnreadRoom");
    }
    function openMessage(a, b) {
        root.called("openMessage", a, b);
    }
    function setPresence(s, t) {
        root.called("setPresence", s, t);
        me.state = s;
        me.status = t;
    }
    function rename(n) {
        root.called("rename", n);
    }
    function setColor(c) {
        root.called("setColor", c);
        me.color = c;
    }
    function setPassword(p) {
        root.called("setPassword", p);
    }
    function announce(t) {
        root.called("announce", t);
    }
    function loadScheduled() {
        root.called("loadScheduled");
    }
    function cancelScheduled(i) {
        root.called("cancelScheduled", i);
    }
    function signIn(a, b, c) {
        root.called("signIn", a, b, c);
    }
    function copyInvite() {
        root.called("copyInvite");
    }
}
