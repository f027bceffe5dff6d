#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace hosting {

/// What a host says about its chat to everybody on the network: nothing that is a secret.
/// Thread: any (a value type).
struct Announcement
{
    static constexpr int maxNameCharacters = 64;
    static constexpr int maxVersionCharacters = 32;
    static constexpr int maxPeople = 1'000'000;

    QString id; ///< of the chat, the same for as long as it exists: 8 to 64 letters, digits, `-` and `_`
    QString name; ///< 1 to maxNameCharacters characters, something to see among them
    quint16 port = 0; ///< TCP, not 0
    int people = 0; ///< 0 to maxPeople
    QString version; ///< up to maxVersionCharacters characters

    friend bool operator==(const Announcement &, const Announcement &) = default;
};

// The datagrams: one JSON object each.

/// The largest that is looked at.
inline constexpr qsizetype maxDatagramBytes = 1024;
/// Every question has exactly this size, so that answers need not be larger: nobody can use a host to send more to a
/// third than they send themselves.
inline constexpr qsizetype questionBytes = 512;

/// The question of somebody who looks for chats. @p nonce: 8 to 64 letters, digits, `-` and `_`.
[[nodiscard]] QByteArray encodeQuestion(const QString &nonce);
/// Its nonce; nothing when it is no question.
[[nodiscard]] std::optional<QString> decodeQuestion(const QByteArray &datagram);

/// An answer of at most questionBytes: a name that is too long for that is cut.
[[nodiscard]] QByteArray encodeAnswer(const QString &nonce, const Announcement &announcement);
/// What answers the question with that @p nonce; nothing when it does not, or when any field is out of bounds. In name
/// and version, what cannot be seen is taken out.
[[nodiscard]] std::optional<Announcement> decodeAnswer(const QByteArray &datagram, const QString &nonce);

} // namespace hosting
