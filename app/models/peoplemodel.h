#pragma once

#include "models/orderedmodel.h"

#include "session/chatclient.h"

namespace models {

/// Everybody on the server: who is there first, then by name.
/// Thread: UI thread.
class PeopleModel : public OrderedModel
{
    Q_OBJECT

public:
    /// @p client outlives the model.
    explicit PeopleModel(session::ChatClient &client, QObject *parent = nullptr);

private:
    enum PersonRole {
        UserIdRole = Qt::UserRole,
        NameRole,
        InitialRole,
        ColorRole,
        StateRole,
        StatusRole,
        LastSeenTextRole,
        RoleRole,
        IsMeRole,
    };

    [[nodiscard]] QVariant value(const QString &id, int role) const override;
    void readAll();
    void put(const QString &id);
    [[nodiscard]] int rankOf(const QString &id) const;

    session::ChatClient &m_client;
};

} // namespace models
