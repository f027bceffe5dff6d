#include "net/handshakedevice.h"

#include <algorithm>

namespace net {

HandshakeDevice::HandshakeDevice()
{
    setOpenMode(ReadWrite | Unbuffered);
}

void HandshakeDevice::begin(QByteArray request)
{
    skip(QIODevice::bytesAvailable()); // left in Qt's buffer when a handshake failed
    m_request = std::move(request);
    m_read = 0;
    m_answer.clear();
}

qint64 HandshakeDevice::bytesAvailable() const
{
    return m_request.size() - m_read + QIODevice::bytesAvailable();
}

qint64 HandshakeDevice::readData(char *data, qint64 maxSize)
{
    const qsizetype count = std::min(qsizetype(maxSize), m_request.size() - m_read);
    std::copy_n(m_request.constData() + m_read, count, data);
    m_read += count;
    return count;
}

qint64 HandshakeDevice::writeData(const char *data, qint64 size)
{
    m_answer.append(data, qsizetype(size));
    return size;
}

} // namespace net
