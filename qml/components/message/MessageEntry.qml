import QtQuick

/*!
    What there is to know of one row of a timeline, as the roles of its model, and what people ask of it. MessageRow
    draws it; the parts that MessageRow loads when they are needed read it from here.
*/
Item {
    id: root

    enum Kind {
        Message,
        System
    }

    enum SendState {
        Sent,
        Sending,
        Refused
    }

    required property string key
    required property int kind
    required property string authorId
    required property string authorName
    required property color authorColor
    required property string authorInitial
    required property bool isMine
    required property string timeText
    required property string fullTimeText
    required property string dayText
    required property bool showDay
    required property bool startsGroup
    required property bool showUnreadLine
    /*! Each {kind, html, plain, language}; kind is "paragraph", "code", "quote" or "list". */
    required property var blocks
    required property string plainText
    required property bool isEmojiOnly
    required property bool isEdited
    required property bool isDeleted
    required property bool isPinned
    required property int sendState
    required property string problem
    required property string replyAuthor
    required property string replyText
    required property string replyKey
    /*! Each {emoji, count, isMine, names}. */
    required property var reactions
    required property bool mentionsMe
    /*! The names of those who have read up to here; empty: nobody, or it is not known. */
    required property string readBy
    required property bool canEdit
    required property bool canDelete
    required property string systemText

    /*! How wide what was written may be. */
    property int textWidth: 400
    /*! Of the link that the pointer is on. */
    property string hoveredLink

    readonly property bool isSystem: kind === MessageEntry.Kind.System
    readonly property bool isSending: sendState === MessageEntry.SendState.Sending
    readonly property bool isRefused: sendState === MessageEntry.SendState.Refused

    signal linkActivated(string link)
    signal authorActivated(string authorId, Item item)
    signal replyQuoteActivated(string replyKey)
    signal reactionToggled(string emoji)
    signal addReactionRequested(Item item)
    signal copyCodeRequested(string text)
    signal retryRequested
    signal editRequested
    signal discardRequested
    signal dayActivated
    signal menuRequested(real x, real y)
    /*! The pointer has come; the shared toolbar may come along. */
    signal hoverEntered
}
