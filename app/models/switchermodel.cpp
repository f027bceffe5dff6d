#include "models/switchermodel.h"

namespace models {

SwitcherModel::SwitcherModel(QObject *parent)
    : RecordModel({"targetId", "kind", "title", "subtitle", "color", "initial", "unread", "mentions"}, parent)
{
}

void SwitcherModel::setRows(const QList<SwitcherRow> &rows)
{
    QList<Record> records;
    records.reserve(rows.size());
    for (const SwitcherRow &row : rows)
        records.append(
            {row.targetId,
             {row.targetId, row.kind, row.title, row.subtitle, row.color, row.initial, row.unread, row.mentions}});
    setRecords(records);
}

} // namespace models
