#pragma once

#include "session/requesterror.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace session {

class ServerLink;

/// Something that one has left for later.
/// Thread: any (a value type).
struct Scheduled
{
    enum class Kind { Message, Reminder };

    QString id;
    Kind kind = Kind::Message;
    QString room; ///< empty for a reminder of nothing in particular
    QString message; ///< id of what one is reminded of; may be empty
    QString text;
    qint64 at = 0; ///< UTC milliseconds
};

/// How many an announcement has reached.
struct Reached
{
    int rooms = 0;
    int people = 0; ///< without oneself
};

/// Scheduled messages, reminders and announcements. Each needs a connection: without one the answer is the error
/// `offline`. Times are UTC milliseconds.
/// Thread: that of the ChatClient that owns it, as is each context.
class LaterRequests final
{
public:
    explicit LaterRequests(ServerLink &link) : m_link(link) {}

    /// The answer is the id of what was scheduled.
    void schedule(const QString &room, const QString &text, qint64 at, QObject *context,
                  AnswerHandler<QString> handler);
    /// @p message may be empty, and @p text too, but then it is about nothing.
    void remind(const QString &room, const QString &message, const QString &text, qint64 at, QObject *context,
                AnswerHandler<QString> handler);
    /// In the order in which they are due.
    void list(QObject *context, AnswerHandler<QList<Scheduled>> handler);
    void cancel(const QString &id, QObject *context, AnswerHandler<Done> handler);

    /// To everybody when no rooms are given.
    void announce(const QString &text, const std::optional<QStringList> &rooms, QObject *context,
                  AnswerHandler<Reached> handler);

private:
    ServerLink &m_link;
};

} // namespace session
