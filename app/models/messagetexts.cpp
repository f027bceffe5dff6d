#include "models/messagetexts.h"

#include "markup/parser.h"

#include "session/timeline.h"

namespace models {

using markup::Block;

namespace {

QString kindName(Block::Kind kind)
{
    switch (kind) {
    case Block::Kind::Paragraph:
        return QStringLiteral("paragraph");
    case Block::Kind::Code:
        return QStringLiteral("code");
    case Block::Kind::Quote:
        return QStringLiteral("quote");
    case Block::Kind::List:
        return QStringLiteral("list");
    }
    return {};
}

} // namespace

void MessageTexts::setColours(const markup::Colours &colours)
{
    m_colours = colours;
    forgetAll();
}

const MessageText &MessageTexts::text(const QString &key, const QString &text, const QStringList &mentions)
{
    const auto known = m_texts.constFind(key);
    if (known != m_texts.cend())
        return *known;
    // Rows that have left the slice are forgotten one by one; what an outgoing message was called is not.
    if (m_texts.size() > 2 * session::Timeline::maxEntries)
        forgetAll();
    return *m_texts.insert(key, make(text, mentions));
}

MessageText MessageTexts::make(const QString &text, const QStringList &mentions) const
{
    markup::ParseOptions options;
    options.emoji = &m_emoji;
    for (const QString &id : mentions)
        options.mentions.append({id, m_users.nameOf(id)});
    const QList<Block> blocks = markup::parse(text, options);

    MessageText made;
    made.blocks.reserve(blocks.size());
    for (const Block &block : blocks) {
        made.blocks.append(QVariantMap{{QStringLiteral("kind"), kindName(block.kind)},
                                       {QStringLiteral("html"), markup::toStyledText(block, m_colours)},
                                       {QStringLiteral("plain"), markup::plainText(block)},
                                       {QStringLiteral("language"), block.language}});
    }
    made.plain = markup::plainText(blocks);
    made.isEmojiOnly = markup::isEmojiOnly(blocks);
    return made;
}

} // namespace models
