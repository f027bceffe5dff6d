// What one does to a room and its members.

#include "viewmodels/roomviewmodel.h"

#include "models/problemtexts.h"

#include <algorithm>
#include <chrono>

namespace viewmodels {

using session::Done;

session::AnswerHandler<Done> RoomViewModel::reportProblem()
{
    return [this](const session::Answer<Done> &answer) {
        if (!answer)
            Q_EMIT problemOccurred(models::ProblemTexts::text(answer.error()));
    };
}

void RoomViewModel::leave()
{
    m_client.roomRequests().leave(m_roomId, this, reportProblem());
}

void RoomViewModel::invite(const QString &userId)
{
    m_client.roomRequests().invite(m_roomId, userId, this, reportProblem());
}

void RoomViewModel::update(const QString &name, const QString &topic, double slowModeMs, bool announcementOnly)
{
    session::RoomChange change;
    if (name.trimmed() != m_name)
        change.name = name.trimmed();
    if (topic.trimmed() != m_topic)
        change.topic = topic.trimmed();
    if (slowModeMs != m_slowModeMs)
        change.slowMode = std::chrono::milliseconds(static_cast<qint64>(slowModeMs));
    if (announcementOnly != m_isAnnouncementOnly)
        change.isAnnouncementOnly = announcementOnly;
    if (change.name || change.topic || change.slowMode || change.isAnnouncementOnly)
        m_client.roomRequests().update(m_roomId, change, this, reportProblem());
}

void RoomViewModel::kick(const QString &userId, const QString &reason)
{
    m_client.moderation().kick(m_roomId, userId, reason, this, reportProblem());
}

void RoomViewModel::ban(const QString &userId, const QString &reason, double untilMs)
{
    m_client.moderation().ban(m_roomId, userId, reason, static_cast<qint64>(untilMs), this, reportProblem());
}

void RoomViewModel::mute(const QString &userId, const QString &reason, double untilMs)
{
    m_client.moderation().mute(m_roomId, userId, reason, static_cast<qint64>(untilMs), this, reportProblem());
}

void RoomViewModel::unmute(const QString &userId)
{
    constexpr qint64 past = 1;
    m_client.moderation().mute(m_roomId, userId, {}, past, this, reportProblem());
}

void RoomViewModel::setRole(const QString &userId, int role)
{
    using protocol::chat::Role;
    const auto chosen
        = static_cast<Role>(std::clamp(role, static_cast<int>(Role::Guest), static_cast<int>(Role::Owner)));
    m_client.moderation().setRole(m_roomId, userId, chosen, this, reportProblem());
}

} // namespace viewmodels
