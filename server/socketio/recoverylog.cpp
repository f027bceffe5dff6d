#include "socketio/recoverylog.h"

#include <algorithm>

namespace socketio {

namespace {

QByteArray offsetArgument(quint64 number)
{
    return '"' + QByteArray::number(number, 36) + '"';
}

bool sharesRoom(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString &room) { return b.contains(room); });
}

} // namespace

RecoveryLog::RecoveryLog(const RecoveryOptions &options, std::chrono::milliseconds lossNoticedAfter)
    : m_options(options), m_lossNoticedAfter(lossNoticedAfter)
{
}

void RecoveryLog::append(protocol::socketio::EncodedPacket packet, const BroadcastOptions &options,
                         const std::function<void(const EncodedMessage &, quint64)> &publish)
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    const quint64 number = ++m_lastNumber;
    protocol::socketio::appendArgument(packet.text, offsetArgument(number));
    const EncodedMessage message(packet);
    m_entries.push_back({number, now, options.rooms, options.except, message, message.bytes()});
    m_bytes += message.bytes();
    forgetOld(now);
    publish(message, number);
}

void RecoveryLog::passThrough(protocol::socketio::EncodedPacket packet,
                              const std::function<void(const EncodedMessage &, quint64)> &publish)
{
    const std::lock_guard lock(m_mutex);
    protocol::socketio::appendArgument(packet.text, offsetArgument(m_lastNumber));
    publish(EncodedMessage(packet), m_lastNumber);
}

quint64 RecoveryLog::lastNumber() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastNumber;
}

bool RecoveryLog::isAwaitingAnyone()
{
    const std::lock_guard lock(m_mutex);
    forgetOld(Clock::now());
    return !m_lost.isEmpty();
}

void RecoveryLog::keep(const QString &privateId, LostSocket socket)
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    m_lost.insert(privateId, {std::move(socket), now});
    forgetOld(now);
}

std::optional<RecoveredSocket> RecoveryLog::restore(const QString &privateId, const QString &offset)
{
    const std::lock_guard lock(m_mutex);
    forgetOld(Clock::now());
    const auto it = m_lost.constFind(privateId);
    if (it == m_lost.cend())
        return std::nullopt;
    bool isNumber = true;
    const quint64 seen = offset.isEmpty() ? it->socket.connectedAfter : offset.toULongLong(&isNumber, 36);
    const Kept kept = *it;
    m_lost.erase(it);
    if (!isNumber || seen > m_lastNumber || kept.lostAt - m_lossNoticedAfter < m_lastForcedOut)
        return std::nullopt;

    RecoveredSocket recovered{kept.socket, {}, m_lastNumber};
    for (const Entry &entry : m_entries) {
        if (entry.number > seen && reaches(entry, kept.socket))
            recovered.missed.push_back(entry.message);
    }
    return recovered;
}

bool RecoveryLog::reaches(const Entry &entry, const LostSocket &socket)
{
    return (entry.rooms.isEmpty() || sharesRoom(entry.rooms, socket.rooms)) && !sharesRoom(entry.except, socket.rooms);
}

void RecoveryLog::forgetOld(Clock::time_point now)
{
    const auto keptFor = m_options.maxDisconnection + m_lossNoticedAfter;
    while (!m_entries.empty()) {
        const Entry &oldest = m_entries.front();
        const bool isTooMuch = m_bytes > m_options.maxLoggedBytes;
        if (!isTooMuch && now - oldest.at <= keptFor)
            break;
        if (isTooMuch)
            m_lastForcedOut = oldest.at;
        m_bytes -= oldest.bytes;
        m_entries.pop_front();
    }
    m_lost.removeIf([this, now](const QHash<QString, Kept>::iterator &it) {
        return now - it->lostAt > m_options.maxDisconnection;
    });
}

} // namespace socketio
