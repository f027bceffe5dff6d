#include "viewmodels/serverlistmodel.h"

#include "models/personlook.h"

namespace viewmodels {

ServerListModel::ServerListModel(QObject *parent)
    : RecordModel(
        {"serverId", "name", "initial", "color", "address", "unread", "mentions", "isOnline", "isCurrent", "isHosted"},
        parent)
{
}

void ServerListModel::setServers(const QList<ServerRow> &rows)
{
    QList<models::Record> records;
    for (const ServerRow &row : rows) {
        records.append({row.serverId,
                        {row.serverId, row.name, models::initialOf(row.name), models::colorFor(row.serverId),
                         row.address, row.unread, row.mentions, row.isOnline, row.isCurrent, row.isHosted}});
    }
    setRecords(records);
}

} // namespace viewmodels
