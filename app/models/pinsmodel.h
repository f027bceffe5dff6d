#pragma once

#include "models/recordmodel.h"

namespace models {

/// One row of PinsModel.
/// Thread: any (a value type).
struct Pin
{
    QString messageId;
    QString authorName;
    QString authorColor;
    QString text; ///< as plain text
    QString time; ///< when it was written, for people
};

/// What a room has pinned, latest first.
/// Thread: UI thread.
class PinsModel : public RecordModel
{
    Q_OBJECT

public:
    explicit PinsModel(QObject *parent = nullptr);

    void setPins(const QList<Pin> &rows);
};

} // namespace models
