import QtQuick

import Confab.Components.Room
import Confab.ViewModels

/*!
    A row of the room list, from the roles of RoomListModel.
*/
RoomRow {
    id: root

    required property var model

    readonly property string roomId: root.model.roomId
    readonly property int roomKind: root.model.kind

    name: root.model.name
    kind: root.roomKind === RoomViewModel.Kind.Direct ? "direct" : root.roomKind === RoomViewModel.Kind.Private ? "private" : "public"
    unread: root.model.unread
    mentions: root.model.mentions
    isMuted: root.model.isMuted
    hasDraft: root.model.hasDraft
    typing: root.model.typing.length > 0
    presence: root.model.presence
    initial: root.model.initial
    colour: root.model.color
    lastText: root.model.lastText
    lastTime: root.model.lastTime
    selected: root.model.isCurrent
}
