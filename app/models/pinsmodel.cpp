#include "models/pinsmodel.h"

namespace models {

PinsModel::PinsModel(QObject *parent) : RecordModel({"messageId", "authorName", "authorColor", "text", "time"}, parent)
{
}

void PinsModel::setPins(const QList<Pin> &rows)
{
    QList<Record> records;
    records.reserve(rows.size());
    for (const Pin &row : rows)
        records.append({row.messageId, {row.messageId, row.authorName, row.authorColor, row.text, row.time}});
    setRecords(records);
}

} // namespace models
