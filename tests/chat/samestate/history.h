#pragma once

#include <QList>
#include <QString>

/// One thing somebody does. The numbers choose among what there is when it is done, so that a history still makes sense
/// when steps are left out of it.
struct Step
{
    enum class Kind {
        Send,
        SendWithoutWaiting,
        Reply,
        Edit,
        Delete,
        Pin,
        Unpin,
        React,
        TakeReactionBack,
        MarkRead,
        CreateRoom,
        Join,
        Leave,
        Invite,
        OpenDirect,
        Kick,
        Ban,
        Unban,
        Mute,
        Unmute,
        SetRole,
        SetServerRole,
        UpdateRoom,
        Announce,
        AnnounceToEveryone,
        Schedule,
        Wait, ///< time passes: what is scheduled is posted
        Restart, ///< of the server
        Last = Restart,
    };

    Kind kind = Kind::Send;
    int actor = 0;
    int room = 0;
    int choice = 0; ///< of a message, an emoji, another user, a role…
};

using History = QList<Step>;

/// Always the same one for the same @p seed.
[[nodiscard]] History randomHistory(quint32 seed, int users);
/// For people, such as "user 2: Reply, room 1, choice 7".
[[nodiscard]] QString describe(const History &history);
