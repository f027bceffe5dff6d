// What one does on a server beyond the room that is open.

#include "viewmodels/chatviewmodel.h"

#include "viewmodels/assign.h"

#include "models/problemtexts.h"
#include "models/timetexts.h"

#include <QDateTime>

#include <algorithm>

namespace viewmodels {

using models::ProblemTexts;
using models::TimeTexts;
using protocol::chat::PresenceState;
using protocol::chat::RoomKind;
using session::Answer;
using session::Done;
using session::Notice;
using session::RoomState;

session::AnswerHandler<Done> ChatViewModel::reportProblem()
{
    return [this](const Answer<Done> &answer) {
        if (!answer)
            Q_EMIT problemOccurred(ProblemTexts::text(answer.error()));
    };
}

session::AnswerHandler<QString> ChatViewModel::openWhenDone()
{
    return [this](const Answer<QString> &room) {
        if (room)
            openRoom(*room);
        else
            Q_EMIT problemOccurred(ProblemTexts::text(room.error()));
    };
}

// Rooms

void ChatViewModel::openDirect(const QString &userId)
{
    const QString known = m_client.rooms().directWith(userId);
    if (!known.isEmpty())
        openRoom(known);
    else
        m_client.roomRequests().openDirect(userId, this, openWhenDone());
}

void ChatViewModel::createRoom(const QString &name, bool isPrivate, const QString &topic)
{
    m_client.roomRequests().create(name.trimmed(), isPrivate ? RoomKind::Private : RoomKind::Public, topic.trimmed(),
                                   this, openWhenDone());
}

void ChatViewModel::joinRoom(const QString &roomId)
{
    if (m_client.rooms().room(roomId) != nullptr)
        openRoom(roomId);
    else
        m_client.roomRequests().join(roomId, this, openWhenDone());
}

void ChatViewModel::leaveRoom(const QString &roomId)
{
    m_client.roomRequests().leave(roomId, this, reportProblem());
}

// Oneself

void ChatViewModel::signIn(const QString &name, const QString &password, const QString &serverPassword)
{
    session::Credentials credentials = m_client.credentials();
    credentials.name = name;
    credentials.password = password;
    credentials.serverPassword = serverPassword;
    m_session->begin(credentials);
}

void ChatViewModel::setPresence(int state, const QString &status)
{
    const int known
        = std::clamp(state, static_cast<int>(PresenceState::Online), static_cast<int>(PresenceState::Invisible));
    m_client.setPresence(static_cast<PresenceState>(known), status.trimmed());
}

namespace {

auto reportTo(ChatViewModel *chat)
{
    return [chat](const Answer<protocol::chat::User> &user) {
        if (!user)
            Q_EMIT chat->problemOccurred(ProblemTexts::text(user.error()));
    };
}

} // namespace

void ChatViewModel::rename(const QString &name)
{
    m_client.people().updateMe({name.trimmed(), std::nullopt, std::nullopt}, this, reportTo(this));
}

void ChatViewModel::setColor(const QString &color)
{
    m_client.people().updateMe({std::nullopt, color, std::nullopt}, this, reportTo(this));
}

void ChatViewModel::setPassword(const QString &password)
{
    m_client.people().updateMe({std::nullopt, std::nullopt, password}, this, reportTo(this));
}

void ChatViewModel::copyInvite()
{
    m_parts.copy(m_inviteLink);
}

// Later, and to everybody

void ChatViewModel::announce(const QString &text)
{
    m_client.later().announce(text.trimmed(), std::nullopt, this, [this](const Answer<session::Reached> &reached) {
        if (reached)
            Q_EMIT noticeReceived(tr("Announced to %n person(s).", nullptr, reached->people));
        else
            Q_EMIT problemOccurred(ProblemTexts::text(reached.error()));
    });
}

void ChatViewModel::loadScheduled()
{
    m_client.later().list(this, [this](const Answer<QList<session::Scheduled>> &items) {
        if (!items) {
            Q_EMIT problemOccurred(ProblemTexts::text(items.error()));
            return;
        }
        QList<models::ScheduledItem> rows;
        for (const session::Scheduled &item : *items) {
            const RoomState *room = m_client.rooms().room(item.room);
            rows.append({item.id, item.kind == session::Scheduled::Kind::Reminder,
                         room != nullptr ? m_texts.name(room->room) : QString(), item.text,
                         TimeTexts().messageTime(item.at)});
        }
        m_scheduled.setItems(rows);
    });
}

void ChatViewModel::cancelScheduled(const QString &itemId)
{
    m_client.later().cancel(itemId, this, [this](const Answer<Done> &answer) {
        if (!answer)
            Q_EMIT problemOccurred(ProblemTexts::text(answer.error()));
        loadScheduled();
    });
}

QString ChatViewModel::noticeText(const Notice &notice)
{
    const RoomState *room = m_client.rooms().room(notice.room);
    const QString roomName = room != nullptr ? m_texts.name(room->room) : QString();
    const QString by = m_client.users().nameOf(notice.by);
    switch (notice.kind) {
    case Notice::Kind::Reminder: {
        const auto message = notice.message.isEmpty() ? std::nullopt : m_session->cache().message(notice.message);
        const QString about = !notice.text.isEmpty() ? notice.text
            : message                                ? models::oneLine(message->text, m_parts.emoji)
                                                     : QString();
        return tr("Reminder: %1").arg(about.isEmpty() ? roomName : about);
    }
    case Notice::Kind::Announcement:
        return tr("%1 announces: %2").arg(by, models::oneLine(notice.text, m_parts.emoji, 300));
    case Notice::Kind::Muted:
        return tr("%1 has muted you in %2.").arg(by, roomName);
    case Notice::Kind::Unmuted:
        return tr("You may write in %1 again.").arg(roomName);
    case Notice::Kind::ScheduledFailed:
        return tr("A scheduled message could not be posted in %1: %2")
            .arg(roomName, notice.error ? ProblemTexts::text(*notice.error) : QString());
    }
    return {};
}

} // namespace viewmodels
