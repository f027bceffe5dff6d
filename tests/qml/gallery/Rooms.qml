import QtQuick
import Confab.Theme
import Confab.Components.Controls
import Confab.Components.Room

Page {
    id: root

    color: Theme.backdrop

    Column {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.topMargin: Theme.space2

        ServerButton { name: "Team"; initial: "T"; colour: "#4a4fc6"; selected: true }
        ServerButton { name: "School"; initial: "S"; colour: "#0d9488"; unread: 5; mentions: 5 }
        ServerButton { name: "Home"; initial: "H"; colour: "#d97706"; unread: 120 }
        ServerButton { name: "Old"; initial: "O"; colour: "#64748b"; online: false }
    }
    Rectangle {
        id: pane
        anchors.left: parent.left
        anchors.leftMargin: 64
        width: 272
        height: parent.height
        color: Theme.sidebar

        Column {
            anchors.fill: parent
            anchors.margins: Theme.space2
            spacing: 1

            SearchField { width: parent.width; placeholderText: "Filter rooms" }
            RoomSectionHeader { width: parent.width; text: "Unread" }
            RoomRow { width: parent.width; name: "general"; unread: 4 }
            RoomRow { width: parent.width; name: "Bo Ek"; kind: "direct"; initial: "B"; colour: "#e11d48"; presence: 1; unread: 2; mentions: 2 }
            RoomSectionHeader { width: parent.width; text: "Rooms"; addText: "New room" }
            RoomRow { width: parent.width; name: "announcements-for-everybody-in-the-house"; selected: true }
            RoomRow { width: parent.width; name: "board"; kind: "private"; hasDraft: true }
            RoomRow { width: parent.width; name: "design"; typing: true; current: true }
            RoomRow { width: parent.width; name: "noise"; isMuted: true; unread: 40 }
            RoomRow { width: parent.width; name: "random"; isMuted: true }
            RoomSectionHeader { width: parent.width; text: "Direct messages"; collapsed: true; addText: "New message" }
            RoomRow { width: parent.width; name: "Anna Lindqvist"; kind: "direct"; initial: "A"; colour: "#3b82f6"; presence: 2 }
            RoomRow { width: parent.width; name: "Chiara"; kind: "direct"; initial: "C"; colour: "#16a34a"; presence: 0; selected: true }
            RoomRow { width: parent.width; name: "Dmitri"; kind: "direct"; initial: "D"; colour: "#d97706"; presence: 3; detailed: true; lastText: "See you tomorrow then, and bring the cable"; lastTime: "10:24"; unread: 1 }
            RoomRow { width: parent.width; name: "general"; detailed: true; lastText: "Anna: hello"; lastTime: "Mon"; typing: true }
        }
    }
    Rectangle {
        anchors.left: pane.right
        anchors.right: parent.right
        height: parent.height
        color: Theme.surface

        Column {
            x: Theme.space4
            y: Theme.space4
            width: 340
            spacing: 2

            SectionHeader { width: parent.width; text: "Members"; count: 4 }
            MemberRow { width: parent.width; name: "Anna Lindqvist"; initial: "A"; colour: "#3b82f6"; presence: 1; roleText: "Owner"; status: "In a meeting until two" }
            MemberRow { width: parent.width; name: "Bo Ek"; initial: "B"; colour: "#e11d48"; presence: 2; isMe: true; roleText: "Moderator" }
            MemberRow { width: parent.width; name: "Chiara"; initial: "C"; colour: "#16a34a"; presence: 3; current: true }
            PersonRow { width: parent.width; name: "Dmitri Aleksandrovich Verylongname"; initial: "D"; colour: "#d97706"; presence: 0; lastSeenText: "2 h ago" }
            SectionHeader { width: parent.width; text: "Found chats" }
            FoundChatRow { width: parent.width; name: "Team"; address: "192.168.1.20:8418"; people: 4 }
            FoundChatRow { width: parent.width; name: "Workshop"; address: "10.0.0.4:8418"; people: 1 }
        }
        Column {
            x: 380
            y: Theme.space4
            width: 360
            spacing: 2

            SectionHeader { width: parent.width; text: "Switcher" }
            SwitcherRow { width: parent.width; title: "general"; subtitle: "What everybody should know"; selected: true; unread: 3 }
            SwitcherRow { width: parent.width; title: "board"; kind: "private" }
            SwitcherRow { width: parent.width; title: "Anna Lindqvist"; kind: "person"; initial: "A"; colour: "#3b82f6"; subtitle: "online" }
            SectionHeader { width: parent.width; text: "Browse" }
            PublicRoomRow { width: parent.width; name: "general"; topic: "What everybody should know"; members: 12; isMember: true }
            PublicRoomRow { width: parent.width; name: "cooking"; topic: "Recipes and leftovers"; members: 1 }
        }
    }
}
