#include "chat/rules/cursor.h"

#include <QByteArray>

namespace chat {

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QChar separator(u'\n'); // in no name

} // namespace

QString cursorFrom(const NamePosition &position)
{
    const QString joined = position.key + separator + position.id;
    return QString::fromLatin1(joined.toUtf8().toBase64(encoding));
}

std::optional<NamePosition> namePositionFrom(const QString &cursor)
{
    if (cursor.isEmpty())
        return NamePosition();
    const auto decoded
        = QByteArray::fromBase64Encoding(cursor.toLatin1(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QString joined = QString::fromUtf8(*decoded);
    const qsizetype end = joined.indexOf(separator);
    if (!decoded || end < 0)
        return std::nullopt;
    return NamePosition{joined.first(end), joined.sliced(end + 1)};
}

} // namespace chat
