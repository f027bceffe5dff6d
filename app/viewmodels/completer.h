#pragma once

#include "models/completionmodel.h"
#include "models/roomtexts.h"

#include "markup/emojicatalogue.h"

#include "session/chatclient.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace viewmodels {

/// Finds what a word that is being written could become: `@` somebody, `#` a room, `:` an emoji, `/` a command.
/// Thread: UI thread.
class Completer final
{
    Q_DECLARE_TR_FUNCTIONS(viewmodels::Completer)

public:
    static constexpr int maxCompletions = 8;

    enum class Kind { Person, Room, Emoji, Command };
    struct Word
    {
        Kind kind = Kind::Person;
        int start = 0; ///< of its first sign, in the text; UTF-16 units
        QString typed; ///< what follows that sign, up to the cursor
    };

    /// Both outlive it.
    Completer(session::ChatClient &client, QString room, const markup::EmojiCatalogue &emoji);

    /// The word that ends at the cursor, if it is one to be completed.
    [[nodiscard]] static std::optional<Word> wordAt(const QString &text, int cursor);
    /// Best first.
    [[nodiscard]] QList<models::Completion> completions(const Word &word) const;

private:
    [[nodiscard]] QList<models::Completion> people(const QString &typed) const;
    [[nodiscard]] QList<models::Completion> rooms(const QString &typed) const;
    [[nodiscard]] QList<models::Completion> emoji(const QString &typed) const;
    [[nodiscard]] QList<models::Completion> commands(const QString &typed) const;
    [[nodiscard]] bool canMentionEverybody() const;

    session::ChatClient &m_client;
    const QString m_room;
    const markup::EmojiCatalogue &m_emoji;
    const models::RoomTexts m_texts;
};

} // namespace viewmodels
