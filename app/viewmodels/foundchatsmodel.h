#pragma once

#include "models/recordmodel.h"

#include "hosting/foundchat.h"

#include <qqmlregistration.h>

#include <functional>

namespace viewmodels {

/// Chats that have answered on the network, in the order in which they did.
/// Thread: UI thread.
class FoundChatsModel : public models::RecordModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It comes from JoinViewModel.found")

public:
    /// @p isKnown tells whether one is on the server at an address already.
    explicit FoundChatsModel(std::function<bool(const QString &address)> isKnown, QObject *parent = nullptr);

    void setChats(const QList<hosting::FoundChat> &chats);

private:
    const std::function<bool(const QString &address)> m_isKnown;
};

} // namespace viewmodels
