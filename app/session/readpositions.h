#pragma once

#include <QCborMap>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace session {

class RoomDirectory;
class ServerLink;

/// How far one has read in each room: tells the server, hears of one's other devices and of other people, and asks for
/// the numbers that cannot be worked out here.
/// Thread: the one it lives in.
class ReadPositions final : public QObject
{
    Q_OBJECT

public:
    ReadPositions(ServerLink &link, RoomDirectory &rooms, QObject *parent = nullptr);

    void setMe(const QString &id) { m_me = id; }
    void markRead(const QString &room, qint64 seq);
    /// As the server has just said in its welcome: how far we have read is told where it knows less.
    void takeTold(const QHash<QString, qint64> &told);
    /// Asks how a room is.
    void ask(const QString &room);
    /// The connection is over.
    void stop();

private:
    void handleRead(const QCborMap &fields);
    void tell(const QString &room, qint64 seq);
    void tellNext(const QString &room);
    void takeRoom(const QString &id, const QCborMap &fields);

    ServerLink &m_link;
    RoomDirectory &m_rooms;
    QString m_me; ///< our user id
    QSet<QString> m_telling; ///< rooms of which a position is being told
    QHash<QString, qint64> m_next; ///< room -> seq to be told after that
    QSet<QString> m_asked; ///< rooms
};

} // namespace session
