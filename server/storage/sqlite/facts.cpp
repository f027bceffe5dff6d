#include "storage/sqlite/facts.h"

namespace storage::sqlite {

void note(Facts &facts, const RoomFact &room)
{
    facts[QStringLiteral("its own properties")]
        = QStringLiteral(
              "name \"%1\", kind %2, topic \"%3\", slow mode %4 ms, announcements only: %5, made at %6 by %7 for [%8]")
              .arg(room.name, room.kind, room.topic)
              .arg(room.slowModeMs)
              .arg(int(room.isAnnouncementOnly))
              .arg(room.createdAt)
              .arg(room.createdBy, room.directMembers.join(u' '));
}

void note(Facts &facts, const QString &user, const MemberFact &member)
{
    facts[QStringLiteral("member %1").arg(user)] = QStringLiteral("%1 since event %2, muted until %3")
                                                       .arg(member.role)
                                                       .arg(member.joinedSeq)
                                                       .arg(member.mutedUntil);
}

void note(Facts &facts, const QString &user, const BanFact &ban)
{
    facts[QStringLiteral("ban of %1").arg(user)]
        = QStringLiteral("by %1 at %2 until %3: %4").arg(ban.by).arg(ban.at).arg(ban.until).arg(ban.reason);
}

void note(Facts &facts, qint64 seq, const MessageFact &message)
{
    if (message.editedAt == 0 && !message.isDeleted && message.pinned == 0)
        return;
    facts[QStringLiteral("message %1").arg(seq)] = QStringLiteral("edited at %1, deleted: %2, pinned by event %3")
                                                       .arg(message.editedAt)
                                                       .arg(int(message.isDeleted))
                                                       .arg(message.pinned);
}

void note(Facts &facts, qint64 message, const QString &emoji, const QString &user, const ReactionFact &reaction)
{
    facts[QStringLiteral("reaction %1 of %2 to message %3").arg(emoji, user).arg(message)]
        = QStringLiteral("by event %1, first of its kind by event %2").arg(reaction.added).arg(reaction.emojiSince);
}

QStringList differences(const QString &room, const Facts &log, const Facts &tables)
{
    QStringList found;
    const QString nothing = QStringLiteral("nothing");
    const auto report = [&](const QString &what, const QString &inLog, const QString &inTables) {
        found.append(
            QStringLiteral("room %1, %2: the log says %3, the tables say %4").arg(room, what, inLog, inTables));
    };
    auto left = log.begin();
    auto right = tables.begin();
    while (left != log.end() || right != tables.end()) {
        if (right == tables.end() || (left != log.end() && left->first < right->first)) {
            report(left->first, left->second, nothing);
            ++left;
        } else if (left == log.end() || right->first < left->first) {
            report(right->first, nothing, right->second);
            ++right;
        } else {
            if (left->second != right->second)
                report(left->first, left->second, right->second);
            ++left;
            ++right;
        }
    }
    return found;
}

} // namespace storage::sqlite
