#include "markup/links.h"

#include "markup/parser.h"

#include <algorithm>
#include <array>

namespace markup {

namespace {

constexpr qsizetype maxLinkLength = 2048;

struct Scheme
{
    QLatin1String start;
    bool needsHost = true;
};
constexpr std::array schemes{Scheme{QLatin1String("http://")}, Scheme{QLatin1String("https://")},
                             Scheme{QLatin1String("confab://")}, Scheme{QLatin1String("mailto:"), false}};

/// The part of @p text before what it leads to; empty if it is no link.
QLatin1String schemeOf(QStringView text)
{
    for (const Scheme &scheme : schemes) {
        const qsizetype length = scheme.start.size();
        if (text.size() <= length || !text.startsWith(scheme.start, Qt::CaseInsensitive))
            continue;
        const QChar next = text[length];
        if (next.isLetterOrNumber() || (scheme.needsHost && next == u'['))
            return scheme.start;
    }
    return {};
}

bool canStandInLink(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return false;
    default:
        return c != u'"' && c != u'<' && c != u'>' && c != u'`' && c != u'\\';
    }
}

bool isTrailingPunctuation(QChar c)
{
    return QStringView(u".,;:!?'*_~|").contains(c);
}

/// Brackets that are closed more often than opened.
class Brackets
{
public:
    explicit Brackets(QStringView text)
    {
        for (const QChar c : text)
            count(c, 1);
    }
    /// Whether @p c, the last character, closes a bracket that was not opened. It is then taken off.
    bool takeUnopened(QChar c)
    {
        const qsizetype pair = closing.indexOf(c);
        if (pair < 0 || m_open[size_t(pair)] >= 0)
            return false;
        count(c, -1);
        return true;
    }

private:
    static constexpr QStringView opening = u"([{";
    static constexpr QStringView closing = u")]}";

    void count(QChar c, int times)
    {
        if (const qsizetype pair = opening.indexOf(c); pair >= 0)
            m_open[size_t(pair)] += times;
        else if (const qsizetype closed = closing.indexOf(c); closed >= 0)
            m_open[size_t(closed)] -= times;
    }

    std::array<int, 3> m_open{};
};

} // namespace

qsizetype linkLengthAt(QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at, std::min(text.size() - at, maxLinkLength));
    const QLatin1String scheme = schemeOf(rest);
    if (scheme.isEmpty())
        return 0;
    const auto end = std::find_if_not(rest.begin(), rest.end(), canStandInLink);
    QStringView link = rest.first(end - rest.begin());
    if (!link.isEmpty() && link.back().isHighSurrogate())
        link.chop(1);
    Brackets brackets(link);
    while (!link.isEmpty() && (isTrailingPunctuation(link.back()) || brackets.takeUnopened(link.back())))
        link.chop(1);
    return link.size() > scheme.size() ? link.size() : 0;
}

bool isAllowedLink(const QString &target)
{
    return target.size() <= maxLinkLength && !schemeOf(target).isEmpty()
        && std::all_of(target.begin(), target.end(), canStandInLink);
}

} // namespace markup
