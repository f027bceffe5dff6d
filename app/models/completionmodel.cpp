#include "models/completionmodel.h"

namespace models {

CompletionModel::CompletionModel(QObject *parent)
    : RecordModel({"insert", "kind", "title", "subtitle", "color", "initial"}, parent)
{
}

void CompletionModel::setCompletions(const QList<Completion> &rows)
{
    QList<Record> records;
    records.reserve(rows.size());
    for (const Completion &row : rows)
        records.append({row.insert, {row.insert, row.kind, row.title, row.subtitle, row.color, row.initial}});
    setRecords(records);
}

} // namespace models
