#pragma once

#include "models/pinsmodel.h"

#include "session/chatclient.h"

#include <QObject>
#include <QTimer>

namespace markup {
class EmojiCatalogue;
}

namespace viewmodels {

/// What a room has pinned. Once it has been loaded, it follows what happens in the room.
/// Thread: UI thread.
class RoomPins final : public QObject
{
    Q_OBJECT

public:
    /// @p client and @p emoji outlive it.
    RoomPins(session::ChatClient &client, QString room, const markup::EmojiCatalogue &emoji, QObject *parent = nullptr);

    [[nodiscard]] models::PinsModel *model() { return &m_model; }
    /// Asks the server; without a connection, when there is one.
    void load();

private:
    void reload();
    void show(const QList<protocol::chat::Message> &messages);

    session::ChatClient &m_client;
    const QString m_room;
    const markup::EmojiCatalogue &m_emoji;
    models::PinsModel m_model;
    QTimer m_reloadTimer; ///< several changes are asked for together
    bool m_isWanted = false;
};

} // namespace viewmodels
