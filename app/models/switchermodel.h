#pragma once

#include "models/recordmodel.h"

namespace models {

/// One row of SwitcherModel.
/// Thread: any (a value type).
struct SwitcherRow
{
    QString targetId; ///< of the room or user
    QString kind; ///< `room`, `direct` or `person`
    QString title;
    QString subtitle;
    QString color;
    QString initial;
    int unread = 0;
    int mentions = 0;
};

/// Rooms and people that the quick switcher offers, best first.
/// Thread: UI thread.
class SwitcherModel : public RecordModel
{
    Q_OBJECT

public:
    explicit SwitcherModel(QObject *parent = nullptr);

    void setRows(const QList<SwitcherRow> &rows);
};

} // namespace models
