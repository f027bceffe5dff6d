#include "net/addresskey.h"

#include <QtEndian>

namespace net {

QByteArray addressKey(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    if (isIPv4) {
        QByteArray key(4, Qt::Uninitialized);
        qToBigEndian(ipv4, key.data());
        return key;
    }
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), 8);
}

} // namespace net
