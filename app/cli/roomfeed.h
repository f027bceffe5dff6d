#pragma once

#include "cli/message.h"
#include "cli/reply.h"

#include <QCborArray>
#include <QCborMap>
#include <QObject>
#include <QString>

#include <vector>

namespace cli {

class ChatSession;

/// What happens in one room, in order, each thing once, whatever happens to the connection: what was missed is asked
/// for.
/// Thread: the main thread.
class RoomFeed final : public QObject
{
    Q_OBJECT

public:
    /// @p session outlives it.
    RoomFeed(ChatSession &session, QString roomId);

    /// Reports what comes after event number @p since, beginning with what has already happened.
    void startAfter(qint64 since);
    /// The number of the last event that was reported.
    [[nodiscard]] qint64 lastSeq() const { return m_lastSeq; }

Q_SIGNALS:
    void messagePosted(const cli::Message &message);
    void memberJoined(const QString &userId, qint64 at);
    void memberLeft(const QString &userId, qint64 at);

private:
    void handleLive(const QCborMap &event);
    void sync();
    void handleSync(const Reply &reply);
    /// After a gap that is too long for events: the messages in it, page by page.
    void readPages(qint64 upTo);
    void handlePage(const Reply &reply, qint64 upTo);
    void finishSync();
    void report(const QCborMap &event);

    ChatSession &m_session;
    const QString m_roomId;
    qint64 m_lastSeq = 0;
    bool m_hasStarted = false;
    bool m_isSyncing = false;
    bool m_isOutdated = false; ///< there was a new connection while it was syncing
    std::vector<QCborMap> m_held; ///< live events that came while syncing
};

} // namespace cli
