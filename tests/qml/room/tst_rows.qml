import QtQuick
import QtTest
import Confab.Components.Controls
import Confab.Components.Room
import "../support/find.js" as Find

TestCase {
    id: test

    name: "RoomRows"
    width: 400
    height: 400
    visible: true
    when: windowShown

    Component {
        id: room

        RoomRow {
            width: 260
            name: "general"
        }
    }
    Component {
        id: member

        MemberRow {
            width: 260
            name: "Bo"
            initial: "B"
        }
    }
    Component {
        id: server

        ServerButton {
            name: "Team"
            initial: "T"
        }
    }
    Component {
        id: section

        RoomSectionHeader {
            width: 260
            text: "Rooms"
            addText: "New room"
        }
    }
    Component {
        id: found

        FoundChatRow {
            width: 300
            name: "Team"
            address: "192.168.1.20:8418"
            people: 4
        }
    }
    Component {
        id: publicRoom

        PublicRoomRow {
            width: 360
            name: "cooking"
            topic: "Recipes"
            members: 3
        }
    }
    Component {
        id: switcher

        SwitcherRow {
            width: 300
            title: "general"
        }
    }
    SignalSpy {
        id: spy
    }

    function make(component, properties, signalName) {
        const made = createTemporaryObject(component, test, properties || {});
        spy.target = null;
        if (signalName) {
            spy.signalName = signalName;
            spy.target = made;
            spy.clear();
        }
        return made;
    }

    function test_aRoomSaysWhatIsNewInIt() {
        compare(make(room).Accessible.name, "general");
        const made = make(room, {unread: 4, mentions: 2, isMuted: true, hasDraft: true});
        for (const word of ["general", "4 unread", "2 mention", "muted", "draft"])
            verify(made.Accessible.name.includes(word), word);
    }

    function test_aMentionOutweighsTheNumberOfUnread() {
        const made = make(room, {unread: 40, mentions: 2});
        verify(Find.text(made, "2"));
        verify(!Find.text(made, "40"));
    }

    function test_aMutedRoomIsNotBold() {
        verify(Find.text(make(room, {unread: 4}), "general").font.bold || Find.text(make(room, {unread: 4}), "general").font.weight > Font.Normal);
        compare(Find.text(make(room, {unread: 4, isMuted: true}), "general").font.weight, Font.Normal);
    }

    function test_aLongNameNeverCoversTheBadge() {
        const made = make(room, {name: "a-name-that-is-much-too-long-for-the-list-of-rooms", unread: 120});
        const title = Find.text(made, made.name);
        verify(title.truncated);
        const badge = Find.text(made, "99+");
        verify(title.mapToItem(made, title.width, 0).x <= badge.mapToItem(made, 0, 0).x);
    }

    function test_aRoomIsOpenedAndItsMenuAskedFor() {
        const made = make(room, {}, "clicked");
        mouseClick(made);
        compare(spy.count, 1);
        make(room, {}, "menuRequested");
        mouseClick(spy.target, 30, 10, Qt.RightButton);
        compare(spy.count, 1);
        spy.target.forceActiveFocus();
        keyClick(Qt.Key_Menu);
        compare(spy.count, 2);
    }

    function test_theOthersPresenceIsSaidInWords_data() {
        return [{tag: "online", presence: 1}, {tag: "away", presence: 2}, {tag: "do not disturb", presence: 3}, {tag: "offline", presence: 0}];
    }

    function test_theOthersPresenceIsSaidInWords(data) {
        const made = make(member, {presence: data.presence, roleText: "Owner", status: "Busy"});
        compare(made.Accessible.name, "Bo, Owner, " + data.tag + ", Busy");
    }

    function test_oneFindsOneself() {
        verify(make(member, {isMe: true}).Accessible.name.startsWith("Bo (you)"));
    }

    function test_aServerSaysThatItIsAway() {
        compare(make(server, {online: false, unread: 3}).Accessible.name, "Team, 3 unread, not connected");
    }

    function test_aSectionFoldsAndAdds() {
        const made = make(section, {}, "toggled");
        mouseClick(made, 20, made.height / 2);
        compare(spy.count, 1);
        make(section, {}, "addRequested");
        mouseClick(Find.first(spy.target, item => item.iconName === "plus"));
        compare(spy.count, 1);
    }

    function test_aFoundChatSaysWhoIsThereAndWhere() {
        const made = make(found, {}, "clicked");
        compare(made.Accessible.name, "Team, 4 people, 192.168.1.20:8418");
        made.forceActiveFocus();
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
    }

    function test_aRoomIsJoinedOrOpened() {
        let made = make(publicRoom, {}, "joinRequested");
        mouseClick(Find.first(made, item => item.text === "Join" && item.kind !== undefined));
        compare(spy.count, 1);
        made = make(publicRoom, {isMember: true}, "openRequested");
        mouseClick(made, 40, 10);
        compare(spy.count, 1);
    }

    function test_namesAreNeverMarkup() {
        for (const component of [room, member, found, publicRoom])
            compare(Find.text(make(component, {name: "<b>x</b>"}), "<b>x</b>").textFormat, Text.PlainText);
        compare(Find.text(make(switcher, {title: "<b>x</b>"}), "<b>x</b>").textFormat, Text.PlainText);
    }
}
