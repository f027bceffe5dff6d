import QtQuick
import Confab.Theme
import Confab.Components.Controls
import Confab.Components.Message

Page {
    id: root

    height: 1120

    readonly property var defaults: ({
        key: "1", kind: 0, authorId: "u1", authorName: "Anna Lindqvist", authorColor: "#3b82f6", authorInitial: "A", isMine: false, timeText: "10:24", fullTimeText: "Today, 10:24",
        dayText: "Today", showDay: false, startsGroup: false, showUnreadLine: false, blocks: [{kind: "paragraph", html: "", plain: "", language: ""}], plainText: "", isEmojiOnly: false, isEdited: false,
        isDeleted: false, isPinned: false, sendState: 0, problem: "", replyAuthor: "", replyText: "", replyKey: "", reactions: [], mentionsMe: false, readBy: "", canEdit: false, canDelete: false, systemText: ""})

    function add(values) {
        let all = Object.assign({}, defaults, values);
        if (values.html !== undefined)
            all.blocks = [{kind: "paragraph", html: values.html, plain: values.html, language: ""}];
        delete all.html;
        return row.createObject(column, all);
    }

    Component {
        id: row

        MessageRow { width: column.width }
    }
    Column {
        id: column

        anchors.left: parent.left
        width: 760
    }
    Divider { anchors.left: column.right; vertical: true; height: root.height }
    Column {
        anchors.right: parent.right
        width: 330
        anchors.top: parent.top
        anchors.margins: Theme.space2
        spacing: Theme.space2

        SectionHeader { text: "Pins"; width: parent.width }
        PinRow { width: parent.width; authorName: "Anna Lindqvist"; authorColor: "#3b82f6"; time: "10:24"; text: "The meeting room is booked from two to four, bring the printed plans and something to write with, please." }
        PinRow { width: parent.width; authorName: "Bo"; authorColor: "#e11d48"; time: "3 May"; text: "Wi-Fi: guest"; canUnpin: true; current: true }
        SectionHeader { text: "Search"; width: parent.width }
        SearchResultRow { width: parent.width; roomName: "general"; authorName: "Bo Ek"; initial: "B"; colour: "#e11d48"; timeText: "Mon 14:02"; snippetHtml: "…before the <b>release</b> we have to look at the list again and decide" }
        SearchResultRow { width: parent.width; roomName: "design"; authorName: "Chiara"; initial: "C"; colour: "#16a34a"; timeText: "3 May 2024"; snippetHtml: "the <b>release</b> notes"; current: true }
        DayChip { text: "Monday, 3 June"; anchors.horizontalCenter: parent.horizontalCenter }
        Row { spacing: Theme.space3; JumpButton { text: "12 new"; highlighted: true } JumpButton { text: "First unread"; iconName: "arrow-up" } JumpButton {} }
        TypingLine { width: parent.width; text: "Anna and Bo are typing" }
    }
    MessageToolbar { id: toolbar; quickEmoji: ["👍", "❤️", "😂"] }

    Component.onCompleted: {
        add({startsGroup: true, showDay: true, dayText: "Monday, 3 June", html: "Good morning! The build is green again."});
        add({html: "I moved the <b>limits</b> into one place, see <a href=\"https://example.org\">the plan</a>. It is a longer sentence, so that one sees how the lines of a paragraph stand to each other when there are several of them.", active: true, timeText: "10:25"});
        add({kind: 1, systemText: "Bo joined"});
        add({startsGroup: true, authorName: "Bo Ek", authorInitial: "B", authorColor: "#e11d48", html: "Does anybody know where the cable is?", reactions: [{emoji: "👍", count: 3, isMine: true, names: "Anna, Chiara and you"}, {emoji: "🎉", count: 1, isMine: false, names: "Anna"}]});
        add({startsGroup: true, replyKey: "7", replyAuthor: "Bo Ek", replyText: "Does anybody know where the cable is?", html: "<font color=\"#4348bd\">@Bo</font> third drawer", isEdited: true});
        add({showUnreadLine: true, startsGroup: true, authorName: "Chiara", authorInitial: "C", authorColor: "#16a34a", mentionsMe: true, html: "<font color=\"#4348bd\">@you</font> can you look at this?"});
        add({authorName: "Chiara", blocks: [{kind: "paragraph", html: "It says:", plain: "It says:", language: ""}, {kind: "code", html: "", plain: "int main()\n{\n    return run(\"a very long line that goes on and on until it does not fit any more, and then some\");\n}", language: "cpp"}, {kind: "quote", html: "Nothing is as permanent as a temporary solution.", plain: "", language: ""}, {kind: "list", html: "• first<br>• second<br>• third", plain: "", language: ""}]});
        add({authorName: "Chiara", isDeleted: true});
        add({startsGroup: true, authorName: "Dmitri", authorInitial: "D", authorColor: "#d97706", html: "🎉👏", isEmojiOnly: true});
        add({startsGroup: true, authorName: "مريم", replyKey: "8", replyAuthor: "Bo", replyText: "صباح", authorInitial: "م", authorColor: "#9333ea", html: "صباح الخير جميعا، هل الاجتماع اليوم؟"});
        const mine = add({startsGroup: true, isMine: true, authorName: "You", authorInitial: "Y", authorColor: "#0d9488", html: "On my way", readBy: "Anna and Bo", canEdit: true, active: true});
        add({isMine: true, html: "I am writing this while offline", sendState: 1});
        add({isMine: true, html: "And this was refused", sendState: 2, problem: "You may write only every 30 seconds here."});
        add({html: "The one with the keyboard's focus", focused: true});
        const found = add({html: "The one that was looked for"});
        found.flash();
        toolbar.row = mine;
    }
}
