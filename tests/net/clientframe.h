#pragma once

#include <QByteArray>
#include <QtEndian>

/// A frame as a client sends it. What is left out is as the RFC wants it.
struct ClientFrame
{
    enum Opcode { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xa };

    int opcode = Text;
    QByteArray payload = {};
    bool isFinal = true;
    int reservedBits = 0; ///< 0 to 7
    bool isMasked = true;
    int lengthBits = 0; ///< 7, 16 or 64; 0 takes the shortest that fits
    quint64 announcedBytes = 0; ///< in the header, in place of the payload's size, unless 0

    [[nodiscard]] QByteArray bytes() const
    {
        const QByteArray mask = QByteArrayLiteral("\x11\xa2\x37\xfe");
        QByteArray frame = header();
        if (isMasked)
            frame += mask;
        for (qsizetype i = 0; i < payload.size(); ++i)
            frame += char(payload[i] ^ (isMasked ? mask[i % 4] : 0));
        return frame;
    }

private:
    [[nodiscard]] QByteArray header() const
    {
        const quint64 length = announcedBytes > 0 ? announcedBytes : quint64(payload.size());
        const int bits = lengthBits > 0 ? lengthBits : length < 126 ? 7 : length <= 0xffff ? 16 : 64;
        const quint64 firstLength = bits == 7 ? length : bits == 16 ? 126 : 127;
        QByteArray frame;
        frame += char((isFinal ? 0x80 : 0) | reservedBits << 4 | opcode);
        frame += char((isMasked ? 0x80 : 0) | int(firstLength));
        QByteArray wide(8, '\0');
        qToBigEndian(length, wide.data());
        return frame + (bits == 7 ? QByteArray() : wide.last(bits / 8));
    }
};
