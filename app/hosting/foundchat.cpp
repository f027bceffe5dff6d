#include "hosting/foundchat.h"

namespace hosting {

QString FoundChat::addressText() const
{
    return hosting::addressText(address, port);
}

QString addressText(const QHostAddress &address, quint16 port)
{
    const QString host = address.toString();
    return (host.contains(u':') ? QString(u'[' + host + u']') : host) + u':' + QString::number(port);
}

} // namespace hosting
