#pragma once

#include "storage/sqlite/statement.h"

#include "protocol/result.h"

#include <QHash>
#include <QString>

namespace storage::sqlite {

/// The keys of rooms by their ids and the reverse. They never change, so each is looked up once.
/// Thread: that of its connection.
class RoomKeys final
{
public:
    explicit RoomKeys(Connection &connection);

    /// NotFound when there is no such room.
    [[nodiscard]] protocol::Expected<qint64, Fault> key(const QString &id);
    /// Empty when there is no such room.
    [[nodiscard]] QString id(qint64 key);

private:
    Statement m_readKey;
    Statement m_readId;
    QHash<QString, qint64> m_keys;
    QHash<qint64, QString> m_ids;
};

} // namespace storage::sqlite
