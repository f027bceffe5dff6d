#pragma once

#include "models/recordmodel.h"

namespace models {

/// One row of SearchResultsModel.
/// Thread: any (a value type).
struct SearchResult
{
    QString messageId;
    QString roomId;
    QString roomName;
    QString authorName;
    QString color; ///< of the author
    QString initial; ///< of the author
    QString timeText;
    QString snippetHtml; ///< for Text.StyledText, from our own writer
};

/// What a search has found, newest first.
/// Thread: UI thread.
class SearchResultsModel : public RecordModel
{
    Q_OBJECT

public:
    explicit SearchResultsModel(QObject *parent = nullptr);

    void setResults(const QList<SearchResult> &rows);
};

} // namespace models
