#pragma once

#include "markup/emojicatalogue.h"
#include "markup/styledtext.h"

#include "session/userdirectory.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariantList>

namespace models {

/// A message's text as a view shows it.
/// Thread: any (a value type).
struct MessageText
{
    QVariantList blocks; ///< of maps: kind (`paragraph`, `code`, `quote` or `list`), html, plain, language
    QString plain;
    bool isEmojiOnly = false;
};

/// Makes texts of messages ready to be shown, when they are first asked for, and remembers them until forget().
/// Thread: UI thread.
class MessageTexts final
{
public:
    /// Both outlive it.
    MessageTexts(const session::UserDirectory &users, const markup::EmojiCatalogue &emoji)
        : m_users(users), m_emoji(emoji)
    {
    }

    void setColours(const markup::Colours &colours);
    /// The text of the row @p key.
    [[nodiscard]] const MessageText &text(const QString &key, const QString &text, const QStringList &mentions);
    void forget(const QString &key) { m_texts.remove(key); }
    void forgetAll() { m_texts.clear(); }

private:
    [[nodiscard]] MessageText make(const QString &text, const QStringList &mentions) const;

    const session::UserDirectory &m_users;
    const markup::EmojiCatalogue &m_emoji;
    markup::Colours m_colours;
    QHash<QString, MessageText> m_texts;
};

} // namespace models
