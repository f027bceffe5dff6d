#include "chat/rules/mentions.h"

#include "chat/rules/name.h"
#include "chat/settings.h"
#include "chat/state/serverstate.h"

namespace chat {

namespace {

const QLatin1Char quote('"');
const QLatin1Char at('@');
constexpr int maxMentions = 50;
/// So that a text full of `@` costs little.
constexpr int maxLookUps = 200;

bool isWordCharacter(QChar unit)
{
    return unit.isLetterOrNumber() || unit.isMark() || unit.isSurrogate() || unit == QLatin1Char('_');
}

bool isEverybody(QStringView name)
{
    return name.compare(QLatin1String("room"), Qt::CaseInsensitive) == 0
        || name.compare(QLatin1String("all"), Qt::CaseInsensitive) == 0;
}

/// Finds the mentions of one text.
class MentionFinder
{
public:
    MentionFinder(const Context &context, const Standing &writer, const QString &text)
        : m_context(context), m_writer(writer), m_text(text)
    {
    }

    QStringList find()
    {
        for (qsizetype i = m_text.indexOf(at); i >= 0 && m_found.size() < maxMentions; i = m_text.indexOf(at, i + 1)) {
            if (i == 0 || !isWordCharacter(m_text[i - 1]))
                findAfter(i + 1);
        }
        return m_found;
    }

private:
    void findAfter(qsizetype start)
    {
        if (start < m_text.size() && m_text[start] == quote) {
            const qsizetype end = m_text.indexOf(quote, start + 1);
            if (end > start)
                take(m_text.sliced(start + 1, end - start - 1));
            return;
        }
        qsizetype end = start;
        while (end < m_text.size() && !m_text[end].isSpace() && m_text[end] != at)
            ++end;
        while (end > start && !take(m_text.sliced(start, end - start))) {
            // "@ann," and "@ann's" mean ann: shorten to the last end of a word, and try once more there.
            --end;
            while (end > start && isWordCharacter(m_text[end - 1]) && isWordCharacter(m_text[end]))
                --end;
        }
    }

    /// Whether @p name means somebody.
    bool take(QStringView name)
    {
        if (name.size() > 2 * m_context.settings.limits.maxNameCharacters)
            return false;
        if (isEverybody(name)) {
            if (isAllowed(Permission::MentionEverybody, m_writer.role, m_writer.room->room.kind))
                add(QStringLiteral("*"));
            return true;
        }
        if (++m_lookUps > maxLookUps)
            return false;
        const UserRecord *user = m_context.state.userByNameKey(nameKeyOf(name.toString()));
        if (!user || !m_writer.room->member(user->user.id))
            return false;
        add(user->user.id);
        return true;
    }

    void add(const QString &user)
    {
        if (!m_found.contains(user))
            m_found.append(user);
    }

    const Context &m_context;
    const Standing &m_writer;
    const QString &m_text;
    QStringList m_found;
    int m_lookUps = 0;
};

} // namespace

QStringList mentionsIn(const Context &context, const Standing &writer, const QString &text)
{
    if (!text.contains(at))
        return {};
    return MentionFinder(context, writer, text).find();
}

} // namespace chat
