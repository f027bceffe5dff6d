#include "viewmodels/completer.h"

#include "viewmodels/commands.h"

#include "models/personlook.h"
#include "models/presencetext.h"
#include "models/roomrights.h"

#include <QDateTime>

#include <algorithm>

namespace viewmodels {

using models::Completion;
using protocol::chat::PresenceState;
using protocol::chat::RoomKind;
using protocol::chat::User;
using session::RoomState;

namespace {

constexpr int longestWord = 64;
constexpr int shortestEmojiName = 2;

std::optional<Completer::Kind> kindOf(QChar sign)
{
    switch (sign.unicode()) {
    case u'@':
        return Completer::Kind::Person;
    case u'#':
        return Completer::Kind::Room;
    case u':':
        return Completer::Kind::Emoji;
    case u'/':
        return Completer::Kind::Command;
    default:
        return std::nullopt;
    }
}

/// Whether a word of the name begins with what was typed.
bool fits(const QString &name, const QString &typed)
{
    if (typed.isEmpty() || name.startsWith(typed, Qt::CaseInsensitive))
        return true;
    for (qsizetype at = name.indexOf(typed, 1, Qt::CaseInsensitive); at > 0;
         at = name.indexOf(typed, at + 1, Qt::CaseInsensitive)) {
        if (!name.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// `@Ann`, or `@"Ann Lee"` where the name has more than letters and digits.
QString mentionOf(const QString &name)
{
    const bool isPlain = std::all_of(name.cbegin(), name.cend(),
                                     [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); });
    return isPlain ? QStringLiteral("@%1 ").arg(name) : QStringLiteral("@\"%1\" ").arg(name);
}

} // namespace

Completer::Completer(session::ChatClient &client, QString room, const markup::EmojiCatalogue &emoji)
    : m_client(client), m_room(std::move(room)), m_emoji(emoji), m_texts(client)
{
}

std::optional<Completer::Word> Completer::wordAt(const QString &text, int cursor)
{
    const int end = std::clamp(cursor, 0, static_cast<int>(text.size()));
    int start = end;
    while (start > 0 && end - start <= longestWord && !text.at(start - 1).isSpace())
        --start;
    if (start == end)
        return std::nullopt;
    if (text.at(start) == QLatin1Char('('))
        ++start;
    const auto kind = start < end ? kindOf(text.at(start)) : std::nullopt;
    if (!kind)
        return std::nullopt;
    const QString typed = text.mid(start + 1, end - start - 1);
    const bool isTooShort = *kind == Kind::Emoji && typed.size() < shortestEmojiName;
    const bool isMisplaced = *kind == Kind::Command && start != 0;
    const bool isClosed = typed.contains(text.at(start));
    if (isTooShort || isMisplaced || isClosed)
        return std::nullopt;
    return Word{*kind, start, typed};
}

QList<Completion> Completer::completions(const Word &word) const
{
    switch (word.kind) {
    case Kind::Person:
        return people(word.typed);
    case Kind::Room:
        return rooms(word.typed);
    case Kind::Emoji:
        return emoji(word.typed);
    case Kind::Command:
        return commands(word.typed);
    }
    return {};
}

bool Completer::canMentionEverybody() const
{
    const RoomState *room = m_client.rooms().room(m_room);
    return room != nullptr
        && models::RoomRights::of(*room, m_client.me(), QDateTime::currentMSecsSinceEpoch()).canMentionEverybody;
}

QList<Completion> Completer::people(const QString &typed) const
{
    QString wanted = typed;
    wanted.remove(QLatin1Char('"'));
    QList<User> found;
    for (const User &user : m_client.users().all()) {
        if (user.id != m_client.me().id && fits(user.name, wanted))
            found.append(user);
    }
    const auto isThere
        = [&](const User &user) { return m_client.users().presence(user.id).state != PresenceState::Offline; };
    const auto most = std::min<qsizetype>(found.size(), maxCompletions);
    std::partial_sort(found.begin(), found.begin() + most, found.end(), [&](const User &a, const User &b) {
        if (isThere(a) != isThere(b))
            return isThere(a);
        return a.name.localeAwareCompare(b.name) < 0;
    });

    QList<Completion> completions;
    for (const User &user : found.first(most)) {
        completions.append({mentionOf(user.name), QStringLiteral("person"), user.name,
                            models::presenceText(m_client.users().presence(user.id), user.lastSeenAt),
                            models::colorOf(user), models::initialOf(user.name)});
    }
    if (QStringLiteral("room").startsWith(wanted, Qt::CaseInsensitive) && canMentionEverybody()) {
        completions.append({QStringLiteral("@room "),
                            QStringLiteral("everybody"),
                            QStringLiteral("room"),
                            tr("Everybody in this room"),
                            {},
                            QStringLiteral("@")});
    }
    return completions;
}

QList<Completion> Completer::rooms(const QString &typed) const
{
    QList<Completion> completions;
    for (const QString &id : m_client.rooms().ids()) {
        const RoomState *state = m_client.rooms().room(id);
        if (state == nullptr || state->room.kind == RoomKind::Direct || !fits(state->room.name, typed))
            continue;
        completions.append({QStringLiteral("#%1 ").arg(state->room.name), QStringLiteral("room"), state->room.name,
                            state->room.topic, m_texts.color(state->room), models::initialOf(state->room.name)});
    }
    std::sort(completions.begin(), completions.end(),
              [](const Completion &a, const Completion &b) { return a.title.localeAwareCompare(b.title) < 0; });
    return completions.first(std::min<qsizetype>(completions.size(), maxCompletions));
}

QList<Completion> Completer::emoji(const QString &typed) const
{
    QList<Completion> completions;
    for (const markup::Emoji &emoji : m_emoji.search(typed, maxCompletions)) {
        completions.append({emoji.text,
                            QStringLiteral("emoji"),
                            QStringLiteral(":%1:").arg(emoji.shortcode),
                            emoji.name,
                            {},
                            emoji.text});
    }
    return completions;
}

QList<Completion> Completer::commands(const QString &typed) const
{
    QList<Completion> completions;
    for (const Commands::Description &command : Commands::all()) {
        if (!command.name.startsWith(typed, Qt::CaseInsensitive))
            continue;
        completions.append({QStringLiteral("/%1 ").arg(command.name),
                            QStringLiteral("command"),
                            QStringLiteral("/%1").arg(command.name),
                            command.meaning,
                            {},
                            QStringLiteral("/")});
    }
    return completions;
}

} // namespace viewmodels
