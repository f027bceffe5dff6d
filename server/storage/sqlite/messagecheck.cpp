#include "storage/sqlite/messagecheck.h"

#include "storage/sqlite/messagerow.h"

#include <QSet>

namespace storage::sqlite {

MessageCheck::MessageCheck(Connection &connection, Findings &findings)
    : m_findings(findings), m_rooms(connection),
      m_readMessages(connection,
                     QStringLiteral("SELECT room, seq, author, at, text, checksum, mentions FROM messages")),
      m_readMention(connection, QStringLiteral("SELECT 1 FROM mentions WHERE room = ? AND person = ? AND message = ?")),
      m_countMentions(connection, QStringLiteral("SELECT count(*) FROM mentions"))
{
}

MaybeFault MessageCheck::run()
{
    if (const auto fault = m_readMessages.run())
        return fault;
    while (m_readMessages.next() && !m_findings.isFull()) {
        const qint64 room = m_readMessages.number(0);
        const qint64 seq = m_readMessages.number(1);
        const qint64 checksum
            = messageChecksum(room, seq, m_readMessages.number(2), m_readMessages.number(3), m_readMessages.text(4));
        if (checksum != m_readMessages.number(5))
            m_findings.add(QStringLiteral("%1 is not what was stored").arg(place(room, seq)));
        if (m_readMessages.isNull(6))
            continue;
        if (const auto fault = checkMentions(room, seq, m_readMessages.text(6)))
            return fault;
    }
    if (const auto fault = m_readMessages.fault())
        return fault;
    if (const auto fault = m_countMentions.run())
        return fault;
    if (m_countMentions.next() && m_countMentions.number(0) != m_mentions && !m_findings.isFull()) {
        m_findings.add(QStringLiteral("the messages mention people %1 times, the table of mentions has %2 rows")
                           .arg(m_mentions)
                           .arg(m_countMentions.number(0)));
    }
    m_countMentions.finish();
    return m_countMentions.fault();
}

MaybeFault MessageCheck::checkMentions(qint64 room, qint64 seq, const QString &people)
{
    const QStringList mentioned = people.split(u' ', Qt::SkipEmptyParts);
    for (const QString &person : QSet<QString>(mentioned.begin(), mentioned.end())) {
        ++m_mentions;
        if (const auto fault = m_readMention.run(room, person.toLongLong(), seq))
            return fault;
        if (!m_readMention.next())
            m_findings.add(
                QStringLiteral("%1 mentions somebody who is not in the table of mentions").arg(place(room, seq)));
        m_readMention.finish();
    }
    return std::nullopt;
}

QString MessageCheck::place(qint64 room, qint64 seq)
{
    return QStringLiteral("room %1, message %2").arg(m_rooms.id(room)).arg(seq);
}

} // namespace storage::sqlite
