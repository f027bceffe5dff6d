#include "models/scheduledmodel.h"

namespace models {

ScheduledModel::ScheduledModel(QObject *parent)
    : RecordModel({"itemId", "isReminder", "roomName", "text", "timeText"}, parent)
{
}

void ScheduledModel::setItems(const QList<ScheduledItem> &rows)
{
    QList<Record> records;
    records.reserve(rows.size());
    for (const ScheduledItem &row : rows)
        records.append({row.itemId, {row.itemId, row.isReminder, row.roomName, row.text, row.timeText}});
    setRecords(records);
}

} // namespace models
