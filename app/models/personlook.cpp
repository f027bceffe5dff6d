#include "models/personlook.h"

#include <QTextBoundaryFinder>

#include <array>

namespace models {

namespace {

// Each has a contrast of at least 4.5 to white.
constexpr std::array palette{
    "#4f46e5", "#0f766e", "#b45309", "#be185d", "#15803d", "#7c3aed",
    "#b91c1c", "#0369a1", "#a21caf", "#4d7c0f", "#c2410c", "#1d4ed8",
};

bool isColor(const QString &text)
{
    if (text.size() != 7 || text.front() != QLatin1Char('#'))
        return false;
    for (const QChar c : QStringView(text).mid(1)) {
        const char16_t u = c.toLower().unicode();
        if (!(u >= u'0' && u <= u'9') && !(u >= u'a' && u <= u'f'))
            return false;
    }
    return true;
}

} // namespace

QString initialOf(const QString &name)
{
    const QString trimmed = name.trimmed();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? trimmed.left(end).toUpper() : QStringLiteral("?");
}

QString colorFor(const QString &id)
{
    // Not qHash(), which differs from one version of Qt to the next.
    quint32 hash = 2166136261U;
    for (const QChar c : id)
        hash = (hash ^ c.unicode()) * 16777619U;
    return QString::fromLatin1(palette[hash % palette.size()]);
}

QString colorOf(const protocol::chat::User &user)
{
    return isColor(user.avatar) ? user.avatar.toLower() : colorFor(user.id);
}

} // namespace models
