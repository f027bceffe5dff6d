import QtQuick

import Confab.Components.Message

/*!
    A row of MessageList, which it tells what is asked of it.
*/
MessageRow {
    id: root

    required property int index

    readonly property MessageList list: ListView.view as MessageList

    width: ListView.view.width
    // The toolbar reaches over the row above.
    z: root.list !== null && root.list.rowWithToolbar === root ? 1 : 0
    focused: ListView.isCurrentItem && root.list !== null && root.list.hasKeys
    active: root.list !== null && root.list.rowWithMenu === root

    onHoverEntered: root.list.rowEntered(root)
    onLinkActivated: link => root.list.linkActivated(link)
    onAuthorActivated: root.list.authorActivated(root)
    onReplyQuoteActivated: key => root.list.quoteActivated(key)
    onReactionToggled: emoji => root.list.reactionToggled(root.key, emoji)
    onAddReactionRequested: item => root.list.reactionRequested(root.key, item)
    onCopyCodeRequested: text => root.list.codeCopied(text)
    onRetryRequested: root.list.retryRequested(root.key)
    onEditRequested: root.list.editRequested(root.key)
    onDiscardRequested: root.list.discardRequested(root.key)
    onDayActivated: root.list.dayActivated(root.index)
    onMenuRequested: (x, y) => root.list.menuRequested(root, x, y)
}
