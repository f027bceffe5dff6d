#include "samestate/world.h"

#include "chat/actions/announce.h"
#include "chat/actions/ban.h"
#include "chat/actions/createroom.h"
#include "chat/actions/deletemessage.h"
#include "chat/actions/editmessage.h"
#include "chat/actions/invite.h"
#include "chat/actions/joinroom.h"
#include "chat/actions/kick.h"
#include "chat/actions/leaveroom.h"
#include "chat/actions/markread.h"
#include "chat/actions/mute.h"
#include "chat/actions/opendirect.h"
#include "chat/actions/pinmessage.h"
#include "chat/actions/react.h"
#include "chat/actions/schedule.h"
#include "chat/actions/sendmessage.h"
#include "chat/actions/setrole.h"
#include "chat/actions/unban.h"
#include "chat/actions/updateroom.h"
#include "chat/state/serverstate.h"

#include <QCborValue>

#include <array>

using namespace protocol::chat;
using namespace std::chrono_literals;

namespace {

const std::array names{QStringLiteral("Ann"), QStringLiteral("Bob"), QStringLiteral("Cid"), QStringLiteral("Dee")};

/// Small limits on what one answer holds, so that short histories reach them.
chat::Settings settingsFor(quint32 seed)
{
    chat::Settings settings;
    constexpr std::array syncEvents{2, 7, 2000};
    constexpr std::array<qint64, 3> syncGaps{6, 25, 20'000};
    settings.limits.maxSyncEvents = syncEvents[seed % syncEvents.size()];
    settings.limits.maxSyncGap = syncGaps[seed / 3 % syncGaps.size()];
    settings.limits.maxReactionsPerMessage = 3;
    settings.limits.maxPinsPerRoom = 4;
    return settings;
}

QString textOf(int choice)
{
    switch (choice % 5) {
    case 0:
        return QStringLiteral("hello @%1, number %2").arg(names[std::size_t(choice) % names.size()]).arg(choice);
    case 1:
        return QStringLiteral("@room number %1").arg(choice);
    default:
        return QStringLiteral("number %1").arg(choice);
    }
}

QString emojiOf(int choice)
{
    const std::array emoji{QStringLiteral(":+1:"), QStringLiteral("\u2764\uFE0F"), QStringLiteral("\U0001F600"),
                           QStringLiteral(":eyes:")};
    return emoji[std::size_t(choice) % emoji.size()];
}

QString describe(const QCborMap &expected, const QCborMap &actual)
{
    return QStringLiteral("a fresh client: %1\nthis client:    %2\n")
        .arg(expected.toCborValue().toDiagnosticNotation(), actual.toCborValue().toDiagnosticNotation());
}

/// Only the rooms and fields that differ.
QString differenceBetween(const QCborMap &fresh, const QCborMap &other)
{
    QString difference;
    for (const auto &[key, value] : fresh) {
        const QCborMap expected = value.toMap();
        const QCborMap actual = other.value(key).toMap();
        for (const auto &[field, part] : expected) {
            if (actual.value(field) != part)
                difference += key.toString() + describe({{field, part}}, {{field, actual.value(field)}});
        }
    }
    for (const auto &[key, value] : other) {
        if (!fresh.contains(key))
            difference += key.toString() + QStringLiteral(" should be gone\n");
    }
    return difference;
}

} // namespace

World::World(quint32 seed) : m_chat(settingsFor(seed), storage::sqlite::Durability::Off), m_rooms{chat::generalRoomId}
{
    for (int i = 0; i < users; ++i) {
        Client client;
        client.acting = m_chat.connect(names[std::size_t(i)]);
        client.device = m_chat.connectAgain(client.acting);
        client.leavesAt = int((seed * 7 + quint32(i) * 11) % 40);
        m_clients.push_back(client);
    }
    openRooms();
    for (Client &client : m_clients) {
        m_chat.disconnect(client.device);
        client.device = m_chat.connectAgain(client.acting);
        client.live = ClientModel::fresh(m_chat, client.device);
        client.away = client.live;
    }
}

/// A public and a private room, for things to begin at once.
void World::openRooms()
{
    const Person &first = m_clients[0].acting;
    const Person &second = m_clients[1].acting;
    m_rooms.append(m_chat.createRoom(first, QStringLiteral("Open"), RoomKind::Public));
    m_rooms.append(m_chat.createRoom(second, QStringLiteral("Hidden"), RoomKind::Private));
    for (std::size_t i = 1; i < m_clients.size(); ++i)
        m_chat.join(m_clients[i].acting, m_rooms[1]);
    m_chat.invite(second, first, m_rooms[2]);
    m_chat.invite(second, m_clients[2].acting, m_rooms[2]);
}

void World::play(const Step &step)
{
    if (step.kind != Step::Kind::SendWithoutWaiting)
        flush();
    takeLeave();
    ++m_steps;
    if (step.kind <= Step::Kind::MarkRead)
        playMessage(step);
    else if (step.kind <= Step::Kind::OpenDirect)
        playMembership(step);
    else if (step.kind <= Step::Kind::SetServerRole)
        playModeration(step);
    else
        playServer(step);
}

/// Whose time has come is away from now on.
void World::takeLeave()
{
    for (Client &client : m_clients) {
        if (client.leavesAt != m_steps)
            continue;
        flush();
        const Person last = m_chat.connectAgain(client.acting);
        client.away = ClientModel::fresh(m_chat, last);
        m_chat.disconnect(last);
    }
}

void World::flush()
{
    for (const auto &[room, answer] : std::exchange(m_pending, {}))
        noteMessage(room, m_chat.wait(answer));
    m_chat.settle();
}

void World::restart()
{
    for (Client &client : m_clients)
        client.live.follow(m_chat, client.device, m_chat.publisher().inbox(client.device.connection));
    m_chat.restart();
    for (Client &client : m_clients) {
        client.acting = m_chat.connectAgain(client.acting);
        client.device = m_chat.connectAgain(client.acting);
        client.live.catchUp(m_chat, client.device);
    }
}

void World::noteMessage(const QString &room, const Answer &answer)
{
    if (answer)
        m_messages[room].append(answer->value(QLatin1String("id")).toString());
}

QString World::roomOf(const Step &step)
{
    // Mostly one that the actor is in: else nearly everything would be refused.
    const QString &user = m_clients[std::size_t(step.actor)].acting.user;
    const QSet<QString> &own = m_chat.context().state.roomsOf(user);
    QStringList rooms;
    for (const QString &room : std::as_const(m_rooms)) {
        if (own.contains(room) || step.room % 8 == 0)
            rooms.append(room);
    }
    return rooms.isEmpty() ? chat::generalRoomId : rooms[step.room % rooms.size()];
}

QString World::messageOf(const Step &step)
{
    const QStringList messages = m_messages.value(roomOf(step));
    // Rather the latest few, so that several things happen to the same message.
    return messages.isEmpty() ? QString() : messages[messages.size() - 1 - step.choice % qMin(messages.size(), 6)];
}

QString World::userOf(const Step &step) const
{
    return m_clients[std::size_t(step.choice) % m_clients.size()].acting.user;
}

SendMessage World::draft(const Step &step)
{
    SendMessage message;
    message.room = roomOf(step);
    message.nonce = QStringLiteral("nonce %1").arg(++m_nonces);
    message.text = textOf(step.choice);
    return message;
}

void World::playMessage(const Step &step)
{
    const Person &actor = m_clients[std::size_t(step.actor)].acting;
    const QString room = roomOf(step);
    const QString id = messageOf(step);
    switch (step.kind) {
    case Step::Kind::Send:
        noteMessage(room, m_chat.ask(chat::sendMessage, actor, draft(step)));
        break;
    case Step::Kind::SendWithoutWaiting:
        m_pending.emplace_back(room, m_chat.begin(chat::sendMessage, actor, draft(step)));
        break;
    case Step::Kind::Reply: {
        SendMessage message = draft(step);
        message.replyTo = id;
        noteMessage(room, m_chat.ask(chat::sendMessage, actor, message));
        break;
    }
    case Step::Kind::Edit:
        ask(chat::editMessage, step, EditMessage{room, id, textOf(step.choice + step.room)});
        break;
    case Step::Kind::Delete:
        ask(chat::deleteMessage, step, MessageRequest{room, id});
        break;
    case Step::Kind::Pin:
        ask(chat::pinMessage, step, MessageRequest{room, id});
        break;
    case Step::Kind::Unpin:
        ask(chat::unpinMessage, step, MessageRequest{room, id});
        break;
    case Step::Kind::React:
        ask(chat::addReaction, step, ReactionRequest{room, id, emojiOf(step.choice)});
        break;
    case Step::Kind::TakeReactionBack:
        ask(chat::removeReaction, step, ReactionRequest{room, id, emojiOf(step.choice)});
        break;
    default:
        ask(chat::markRead, step, MarkRead{room, step.choice % 40});
        break;
    }
}

void World::playMembership(const Step &step)
{
    const Person &actor = m_clients[std::size_t(step.actor)].acting;
    switch (step.kind) {
    case Step::Kind::CreateRoom:
    case Step::Kind::OpenDirect: {
        CreateRoom request;
        request.name = QStringLiteral("Room %1").arg(m_steps);
        request.kind = step.choice % 2 == 0 ? RoomKind::Public : RoomKind::Private;
        const Answer answer = step.kind == Step::Kind::CreateRoom
            ? m_chat.ask(chat::createRoom, actor, request)
            : m_chat.ask(chat::openDirect, actor, OpenDirect{userOf(step)});
        const QString room
            = answer ? answer->value(QLatin1String("room")).toMap().value(QLatin1String("id")).toString() : QString();
        if (!room.isEmpty() && !m_rooms.contains(room))
            m_rooms.append(room);
        break;
    }
    case Step::Kind::Join:
        ask(chat::joinRoom, step, RoomRequest{m_rooms[step.room % m_rooms.size()]});
        break;
    case Step::Kind::Leave:
        ask(chat::leaveRoom, step, RoomRequest{roomOf(step)});
        break;
    default:
        ask(chat::invite, step, InviteToRoom{roomOf(step), userOf(step)});
        break;
    }
}

void World::playModeration(const Step &step)
{
    Moderate request;
    request.room = roomOf(step);
    request.user = userOf(step);
    request.reason = QStringLiteral("because");
    constexpr std::array roles{Role::Member, Role::Moderator, Role::Admin, Role::Owner, Role::Guest};
    const Role role = roles[std::size_t(step.room) % roles.size()];
    switch (step.kind) {
    case Step::Kind::Kick:
        ask(chat::kick, step, request);
        break;
    case Step::Kind::Ban:
        ask(chat::ban, step, request);
        break;
    case Step::Kind::Unban:
        if (const auto &bans = m_chat.context().state.room(request.room)->bans; !bans.isEmpty())
            request.user = bans.begin().key();
        ask(chat::unban, step, request);
        break;
    case Step::Kind::Mute:
        request.until = m_chat.clock().now() + 1000;
        ask(chat::mute, step, request);
        break;
    case Step::Kind::Unmute:
        request.until = 1;
        ask(chat::mute, step, request);
        break;
    case Step::Kind::SetRole:
        ask(chat::setRole, step, SetRole{request.room, request.user, role});
        break;
    default:
        ask(chat::setRole, step, SetRole{{}, request.user, role});
        break;
    }
}

void World::playServer(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::UpdateRoom: {
        UpdateRoom request;
        request.room = roomOf(step);
        if (step.choice % 2 == 0)
            request.topic = textOf(step.choice);
        if (step.choice % 3 == 0)
            request.name = QStringLiteral("Name %1").arg(m_steps);
        if (step.choice % 5 == 0)
            request.slowMode = step.choice % 10 == 0 ? 2s : 0s;
        if (step.choice % 7 == 0)
            request.isAnnouncementOnly = step.choice % 14 == 0;
        ask(chat::updateRoom, step, request);
        break;
    }
    case Step::Kind::Announce:
        ask(chat::announce, step, Announce{textOf(step.choice), QStringList{roomOf(step), chat::generalRoomId}});
        break;
    case Step::Kind::AnnounceToEveryone:
        ask(chat::announce, step, Announce{textOf(step.choice), std::nullopt});
        break;
    case Step::Kind::Schedule:
        ask(chat::createScheduled, step,
            CreateScheduled{roomOf(step), textOf(step.choice), m_chat.clock().now() + 1 + step.choice});
        break;
    case Step::Kind::Wait:
        m_chat.clock().advance(1s);
        m_chat.tick();
        break;
    default:
        restart();
        break;
    }
}

QString World::differencesOf(Client &client)
{
    client.live.follow(m_chat, client.device, m_chat.publisher().inbox(client.device.connection));
    const Person last = m_chat.connectAgain(client.acting);
    const ClientModel fresh = ClientModel::fresh(m_chat, last);
    QString differences = fresh.differenceFrom(last.welcome);
    client.away.catchUp(m_chat, last);
    m_chat.disconnect(last);
    differences += differenceBetween(fresh.snapshot(), client.live.snapshot());
    differences += differenceBetween(fresh.snapshot(), client.away.snapshot());
    return differences;
}

QString World::differences()
{
    flush();
    QString all;
    for (Client &client : m_clients) {
        const QString differences = differencesOf(client);
        if (!differences.isEmpty())
            all += QStringLiteral("What %1 sees:\n%2").arg(client.acting.user, differences);
    }
    return all;
}

QSet<QString> World::seen() const
{
    QSet<QString> all;
    for (const Client &client : m_clients) {
        all.unite(client.live.seen());
        all.unite(client.away.seen());
    }
    return all;
}
