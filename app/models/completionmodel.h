#pragma once

#include "models/recordmodel.h"

namespace models {

/// One row of CompletionModel.
/// Thread: any (a value type).
struct Completion
{
    QString insert; ///< what takes the place of the word
    QString kind; ///< `person`, `everybody`, `room`, `emoji` or `command`
    QString title;
    QString subtitle;
    QString color;
    QString initial;
};

/// What a word being written could become.
/// Thread: UI thread.
class CompletionModel : public RecordModel
{
    Q_OBJECT

public:
    explicit CompletionModel(QObject *parent = nullptr);

    void setCompletions(const QList<Completion> &rows);
};

} // namespace models
