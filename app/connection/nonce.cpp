#include "connection/nonce.h"

#include <QDateTime>
#include <QUuid>

namespace connection {

namespace {

constexpr int timeBytes = 6;
constexpr char versionBits = 0x70;

} // namespace

QString newNonce()
{
    QByteArray bytes = QUuid::createUuid().toRfc4122();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (int i = 0; i < timeBytes; ++i)
        bytes[i] = char(now >> (8 * (timeBytes - 1 - i)));
    bytes[timeBytes] = char((bytes[timeBytes] & 0x0f) | versionBits);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace connection
