import Confab.Components.Message

/*! A message as the model would give it; a test changes what it is about. */
MessageRow {
    width: 600
    key: "m1"
    kind: MessageEntry.Kind.Message
    authorId: "u1"
    authorName: "Anna"
    authorColor: "#3b82f6"
    authorInitial: "A"
    isMine: false
    timeText: "10:24"
    fullTimeText: "Today, 10:24"
    dayText: "Today"
    showDay: false
    startsGroup: false
    showUnreadLine: false
    blocks: [{kind: "paragraph", html: "Hello <b>you</b>", plain: "Hello you", language: ""}]
    plainText: "Hello you"
    isEmojiOnly: false
    isEdited: false
    isDeleted: false
    isPinned: false
    sendState: MessageEntry.SendState.Sent
    problem: ""
    replyAuthor: ""
    replyText: ""
    replyKey: ""
    reactions: []
    mentionsMe: false
    readBy: ""
    canEdit: false
    canDelete: false
    systemText: ""
}
