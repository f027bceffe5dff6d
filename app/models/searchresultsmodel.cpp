#include "models/searchresultsmodel.h"

namespace models {

SearchResultsModel::SearchResultsModel(QObject *parent)
    : RecordModel({"messageId", "roomId", "roomName", "authorName", "color", "initial", "timeText", "snippetHtml"},
                  parent)
{
}

void SearchResultsModel::setResults(const QList<SearchResult> &rows)
{
    QList<Record> records;
    records.reserve(rows.size());
    for (const SearchResult &row : rows)
        records.append({row.messageId,
                        {row.messageId, row.roomId, row.roomName, row.authorName, row.color, row.initial, row.timeText,
                         row.snippetHtml}});
    setRecords(records);
}

} // namespace models
