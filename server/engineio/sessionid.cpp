#include "engineio/sessionid.h"

#include <QRandomGenerator>

#include <array>
#include <cstring>

namespace engineio {

namespace {

constexpr int randomBytes = 18;
constexpr int textBytes = randomBytes / 3 * 4;

} // namespace

QByteArray randomUrlSafeText(int bytes)
{
    std::array<quint32, 8> words;
    Q_ASSERT(size_t(bytes) <= sizeof words);
    QRandomGenerator::system()->fillRange(words.data(), (bytes + 3) / 4);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), bytes)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray makeSessionId(int workerIndex)
{
    QByteArray id = randomUrlSafeText(randomBytes);
    id.append(char('A' + workerIndex / 26)).append(char('a' + workerIndex % 26));
    return id;
}

std::optional<int> workerIndexOf(QByteArrayView id)
{
    if (id.size() != textBytes + 2)
        return std::nullopt;
    const int high = id[textBytes] - 'A';
    const int low = id[textBytes + 1] - 'a';
    if (high < 0 || high >= 26 || low < 0 || low >= 26)
        return std::nullopt;
    return high * 26 + low;
}

} // namespace engineio
