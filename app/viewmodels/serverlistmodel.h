#pragma once

#include "models/recordmodel.h"

#include <qqmlregistration.h>

namespace viewmodels {

/// One row of ServerListModel.
/// Thread: any (a value type).
struct ServerRow
{
    QString serverId;
    QString name;
    QString address;
    int unread = 0;
    int mentions = 0;
    bool isOnline = false;
    bool isCurrent = false;
    bool isHosted = false;
};

/// The servers one is on, in the order in which they were added.
/// Thread: UI thread.
class ServerListModel : public models::RecordModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from AppViewModel.servers")

public:
    explicit ServerListModel(QObject *parent = nullptr);

    void setServers(const QList<ServerRow> &rows);
};

} // namespace viewmodels
