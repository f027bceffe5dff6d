#pragma once

#include "session/chatclient.h"

#include <QCoreApplication>

namespace markup {
class EmojiCatalogue;
}

namespace models {

/// What rooms are called, and what is said about them, in the language of the program.
/// Thread: UI thread.
class RoomTexts final
{
    Q_DECLARE_TR_FUNCTIONS(models::RoomTexts)

public:
    /// @p client outlives it.
    explicit RoomTexts(session::ChatClient &client) : m_client(client) {}

    /// Its name; of a direct conversation that of the other one.
    [[nodiscard]] QString name(const protocol::chat::Room &room) const;
    /// The other one of a direct conversation: oneself, in notes to oneself; empty for other rooms.
    [[nodiscard]] QString otherUser(const protocol::chat::Room &room) const;
    /// `#rrggbb`
    [[nodiscard]] QString color(const protocol::chat::Room &room) const;
    /// A message in one line without markup; where others write too, with its author's name.
    [[nodiscard]] QString preview(const protocol::chat::Room &room, const protocol::chat::Message &message,
                                  const markup::EmojiCatalogue &emoji) const;
    /// Who is typing, such as `Ann is typing…`; empty: nobody.
    [[nodiscard]] QString typing(const QStringList &users) const;
    /// What an event that is no message says, such as `Ann joined`; empty when there is nothing to say.
    [[nodiscard]] QString event(const protocol::chat::RoomEvent &event) const;

private:
    [[nodiscard]] QString memberEvent(const protocol::chat::RoomEvent &event) const;
    [[nodiscard]] QString nameOrSomebody(const QString &user) const;

    session::ChatClient &m_client;
};

/// The beginning of a message's text as one line without markup, with emoji for their names, at most @p mostCharacters
/// long. Thread: that of the catalogue.
[[nodiscard]] QString oneLine(const QString &text, const markup::EmojiCatalogue &emoji, int mostCharacters = 120);

} // namespace models
