#pragma once

#include "storage/sqlite/statement.h"

#include <QHash>
#include <QStringList>

namespace storage::sqlite {

/// The ids of people by their keys. They never change, so each is looked up once.
/// Thread: that of its connection.
class PersonNames final
{
public:
    explicit PersonNames(Connection &connection);

    [[nodiscard]] QString id(qint64 key);
    /// Of keys with spaces between.
    [[nodiscard]] QStringList ids(const QString &keys);
    /// The key of somebody, or -1 for somebody nothing is stored about.
    [[nodiscard]] qint64 key(const QString &id);

private:
    Statement m_readId;
    Statement m_readKey;
    QHash<qint64, QString> m_ids;
};

} // namespace storage::sqlite
