#pragma once

#include <QString>
#include <QStringList>

#include <map>

// What is true of a room, in words: once as its log says and once as the tables say. What differs shows what is wrong,
// and where.
namespace storage::sqlite {

/// What it is about, such as `member ann`, and how that is.
using Facts = std::map<QString, QString>;

struct RoomFact
{
    QString name;
    QString kind;
    QString topic;
    qint64 slowModeMs = 0;
    bool isAnnouncementOnly = false;
    qint64 createdAt = 0;
    QString createdBy;
    QStringList directMembers;
};
struct MemberFact
{
    QString role;
    qint64 joinedSeq = 0;
    qint64 mutedUntil = 0;
};
struct BanFact
{
    QString by;
    QString reason;
    qint64 at = 0;
    qint64 until = 0;
};
struct MessageFact
{
    qint64 editedAt = 0;
    bool isDeleted = false;
    qint64 pinned = 0;
};
struct ReactionFact
{
    qint64 emojiSince = 0;
    qint64 added = 0;
};

void note(Facts &facts, const RoomFact &room);
void note(Facts &facts, const QString &user, const MemberFact &member);
void note(Facts &facts, const QString &user, const BanFact &ban);
/// A message that is as it was posted needs no mention.
void note(Facts &facts, qint64 seq, const MessageFact &message);
void note(Facts &facts, qint64 message, const QString &emoji, const QString &user, const ReactionFact &reaction);

/// One sentence for each difference.
[[nodiscard]] QStringList differences(const QString &room, const Facts &log, const Facts &tables);

} // namespace storage::sqlite
