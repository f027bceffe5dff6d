#pragma once

#include <QCborMap>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <vector>

namespace session {

class RoomDirectory;
class ServerLink;
struct ClientOptions;

/// Who is typing where: the others, until they stop or are not heard of any more, and ourselves, told now and then.
/// Thread: the one it lives in.
class Typing final : public QObject
{
    Q_OBJECT

public:
    Typing(ServerLink &link, RoomDirectory &rooms, const ClientOptions &options, QObject *parent = nullptr);

    void setMine(const QString &room, bool isTyping);
    void setMe(const QString &id) { m_me = id; }
    /// They have posted what they wrote.
    void forget(const QString &room, const QString &user);
    /// The connection is over: nothing is known of anybody.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct Typist
    {
        QString room;
        QString user;
        Clock::time_point until;
    };

    void handleTyping(const QCborMap &fields);
    void expire();
    void show(const QString &room);
    void armTimer();

    ServerLink &m_link;
    RoomDirectory &m_rooms;
    const std::chrono::milliseconds m_expiry;
    const std::chrono::milliseconds m_interval;
    QString m_me; ///< our user id
    std::vector<Typist> m_typists; ///< in the order in which they began
    QHash<QString, Clock::time_point> m_told; ///< room -> when we last said that we type there
    QTimer m_timer; ///< for the one who expires first
};

} // namespace session
