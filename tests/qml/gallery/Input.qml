import QtQuick
import Confab.Theme
import Confab.Components.Controls
import Confab.Components.Input

Page {
    id: root

    ListModel {
        id: people
        ListElement { kind: "person"; title: "Anna Lindqvist"; subtitle: "online"; insert: "@Anna"; color: "#3b82f6"; initial: "A" }
        ListElement { kind: "everybody"; title: "@room"; subtitle: "Everybody in this room"; insert: "@room"; color: ""; initial: "" }
        ListElement { kind: "room"; title: "general"; subtitle: "What everybody should know"; insert: "#general"; color: ""; initial: "" }
        ListElement { kind: "emoji"; title: ":tada:"; subtitle: "party popper"; insert: "🎉"; color: ""; initial: "" }
    }
    ListModel { id: emoji }

    Column {
        x: 40
        y: 40
        width: 560
        spacing: Theme.space6

        Composer { width: parent.width; placeholder: "Message #general" }
        Composer { width: parent.width; text: "Third drawer, next to the printer.\nOr ask Bo."; canSend: true; isReplying: true; replyAuthor: "Bo Ek"; replyText: "Does anybody know where the cable is?" }
        Composer { width: parent.width; text: "Changed"; canSend: true; isEditing: true; replyText: "Change"; problem: "It is too long."; showsCharactersLeft: true; charactersLeft: -12 }
        Composer { width: parent.width; canPost: false; cannotPostReason: "Only moderators may write here." }
        Item { width: 1; height: 160 }
        Composer { id: completing; width: parent.width; text: "@an"; canSend: true; isCompleting: true; completions: people; completionIndex: 0; slowModeText: "One message every 30 seconds" }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.margins: 40
        y: 40
        width: 384
        height: 404
        color: Theme.raised
        border.color: Theme.border
        radius: Theme.radiusLarge

        EmojiPicker { id: picker; anchors.fill: parent; anchors.margins: Theme.space3; model: emoji; recent: ["👍", "❤️", "😂", "🎉", "🙏", "🔥", "👀", "✅", "😅"] }
    }
    Component.onCompleted: {
        const all = ["😀", "😃", "😄", "😁", "😆", "😅", "🤣", "😂", "🙂", "🙃", "😉", "😊", "😇", "🥰", "😍", "🤩", "😘", "😗", "😚", "😙", "😋", "😛", "😜", "🤪", "😝", "🤑", "🤗", "🤭", "🤫", "🤔", "🤐", "🤨", "😐", "😑", "😶", "😏", "😒", "🙄", "😬", "🤥", "😌", "😔", "😪", "🤤", "😴", "😷", "🤒", "🤕"];
        for (const one of all)
            emoji.append({emoji: one, name: "face", group: "Smileys"});
        completing.focusInput();
    }
}
