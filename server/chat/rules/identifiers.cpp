#include "chat/rules/identifiers.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace chat {

namespace {

constexpr int idCharacters = 16;
constexpr qsizetype tokenCharacters = 43; // 32 bytes in base64

/// @p bits as @p count characters of RFC 4648 base32 in lower case, five bits each.
QString base32(const QByteArray &bits, int count)
{
    static constexpr char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";
    QString text;
    text.reserve(count);
    unsigned buffered = 0;
    int bufferedBits = 0;
    auto next = bits.begin();
    while (text.size() < count) {
        if (bufferedBits < 5) {
            buffered = (buffered << 8) | static_cast<unsigned char>(*next++);
            bufferedBits += 8;
        }
        bufferedBits -= 5;
        text.append(QLatin1Char(alphabet[(buffered >> bufferedBits) & 31]));
    }
    return text;
}

QByteArray randomBytes(qsizetype count)
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), count);
}

QByteArray sha256(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

} // namespace

QString newId(QChar kind)
{
    return kind + base32(randomBytes(10), idCharacters);
}

QString directRoomId(const QString &user, const QString &other)
{
    const auto [first, second] = std::minmax(user, other);
    return QLatin1Char('d') + base32(sha256(first.toUtf8() + ' ' + second.toUtf8()), idCharacters);
}

QString newToken()
{
    constexpr auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QString::fromLatin1(randomBytes(32).toBase64(options));
}

bool isToken(const QString &text)
{
    const auto isBase64Url = [](QChar character) {
        return (character >= u'0' && character <= u'9') || (character >= u'A' && character <= u'Z')
            || (character >= u'a' && character <= u'z') || character == u'-' || character == u'_';
    };
    return text.size() == tokenCharacters && std::ranges::all_of(text, isBase64Url);
}

QByteArray tokenHashOf(const QString &token)
{
    return sha256(token.toUtf8());
}

} // namespace chat
