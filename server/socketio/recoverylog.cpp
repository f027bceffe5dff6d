#include "socketio/recoverylog.h"

#include <algorithm>
#include <limits>

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
    publish(EncodedMessage(packet), std::numeric_limits<quint64>::max()); // never among what was missed
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
    m_lostInOrder.emplace_back(now, privateId);
    forgetOld(now);
}

std::optional<RecoveredSocket> RecoveryLog::restore(const QString &privateId, const QString &offset)
{
    const std::lock_guard lock(m_mutex);
    forgetOld(Clock::now());
    const auto it = m_lost.constFind(privateId);
    if (it == m_lost.cend())
        return std::nullopt;
    const Kept kept = *it;
    m_lost.erase(it);
    bool isNumber = true;
    const quint64 seen = offset.isEmpty() ? kept.socket.connectedAfter : offset.toULongLong(&isNumber, 36);
    // Written the way we write it: Qt would take "1" followed by a NUL and anything else for 1.
    const bool isOurs = offset.isEmpty() || (isNumber && offset == QString::number(seen, 36));
    if (!isOurs || seen > m_lastNumber || kept.lostAt - m_lossNoticedAfter < m_lastForcedOut)
        return std::nullopt;
    // What was sent before it connected is not for it, whatever it says.
    return RecoveredSocket{kept.socket, std::max(seen, kept.socket.connectedAfter)};
}

MissedEvents RecoveryLog::missedBy(const RecoveredSocket &recovered) const
{
    const std::lock_guard lock(m_mutex);
    MissedEvents missed{{}, m_lastNumber};
    if (m_entries.empty())
        return missed;
    const quint64 firstNumber = m_entries.front().number; // the others follow without a gap
    const quint64 firstIndex = recovered.seen + 1 > firstNumber ? recovered.seen + 1 - firstNumber : 0;
    for (auto i = size_t(firstIndex); i < m_entries.size(); ++i) {
        if (reaches(m_entries[i], recovered.socket))
            missed.messages.push_back(m_entries[i].message);
    }
    return missed;
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
    while (!m_lostInOrder.empty() && now - m_lostInOrder.front().first > m_options.maxDisconnection) {
        const auto it = m_lost.constFind(m_lostInOrder.front().second);
        if (it != m_lost.cend() && it->lostAt == m_lostInOrder.front().first)
            m_lost.erase(it);
        m_lostInOrder.pop_front();
    }
}

} // namespace socketio
