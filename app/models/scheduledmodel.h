#pragma once

#include "models/recordmodel.h"

namespace models {

/// One row of ScheduledModel.
/// Thread: any (a value type).
struct ScheduledItem
{
    QString itemId;
    bool isReminder = false;
    QString roomName;
    QString text;
    QString timeText;
};

/// One's own scheduled messages and reminders, in the order in which they are due.
/// Thread: UI thread.
class ScheduledModel : public RecordModel
{
    Q_OBJECT

public:
    explicit ScheduledModel(QObject *parent = nullptr);

    void setItems(const QList<ScheduledItem> &rows);
};

} // namespace models
