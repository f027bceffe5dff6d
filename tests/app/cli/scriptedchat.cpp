#include "scriptedchat.h"

#include <algorithm>

namespace {

constexpr qint64 noon = 1'700'049'600'000; // 2023-11-15 12:00 UTC

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QCborMap user(const QString &id)
{
    return {{s("id"), id}, {s("name"), QString(id).remove(s("u-"))}};
}

QCborMap error(const char *code, const char *message)
{
    return {{s("ok"), false}, {s("error"), QCborMap{{s("code"), s(code)}, {s("message"), s(message)}}}};
}

} // namespace

ScriptedChat::ScriptedChat()
    : m_rooms({{s("r1"), {s("General"), {}}}, {s("r2"), {s("Garden"), {}}}}),
      m_server([this](socketio::Server &io) { setUp(io); })
{
}

void ScriptedChat::setUp(socketio::Server &io)
{
    io.use([this](socketio::Socket &peer, const socketio::Next &next) {
        const std::lock_guard lock(m_mutex);
        m_lastAuth = peer.auth().toMap();
        if (refusals > 0) {
            --refusals;
            next.refuse(s("no"), QCborMap{{s("code"), s("name_taken")}, {s("message"), s("That name is taken")}});
        } else {
            next();
        }
    });
    io.onConnection([this](socketio::Socket &peer) {
        peer.join(s("r1"));
        welcome(peer);
        peer.onAny([this, raw = &peer](const socketio::Event &event) { handle(*raw, event); });
    });
}

void ScriptedChat::welcome(socketio::Socket &peer)
{
    const std::lock_guard lock(m_mutex);
    const QString me = s("u-") + peer.auth().toMap()[s("name")].toString();
    QCborMap fields{{s("user"), user(me)},
                    {s("server"), QCborMap{{s("name"), s("Scripted")}, {s("protocol"), 1}}},
                    {s("rooms"), QCborArray{describeRoom(s("r1"))}},
                    {s("presence"), QCborArray()}};
    if (!peer.auth().toMap().contains(s("token")))
        fields[s("token")] = QString(s("token of ") + me);
    if (tellsUsers)
        fields[s("users")] = QCborArray{user(s("u-ann")), user(s("u-bob"))};
    peer.emit("welcome", fields);
}

void ScriptedChat::handle(socketio::Socket &peer, const socketio::Event &event)
{
    const std::lock_guard lock(m_mutex);
    m_requests.append(event.name);
    const QCborMap fields = event.arg(0).toMap();
    if (isSilent)
        return;
    if (event.name == s("room:join"))
        peer.join(fields[s("room")].toString());
    const QCborMap answer = reply(event.name, fields, s("u-") + peer.auth().toMap()[s("name")].toString());
    if (event.name == s("message:send") && sendsToDrop > 0) {
        --sendsToDrop;
        peer.drop();
        return;
    }
    event.ack(answer);
}

QCborMap ScriptedChat::reply(const QString &name, const QCborMap &fields, const QString &user)
{
    if (name == s("message:send"))
        return store(fields, user);
    if (name == s("sync"))
        return sync(fields[s("rooms")].toMap());
    if (name == s("history:get"))
        return history(fields);
    if (name == s("search"))
        return search(fields[s("query")].toString());
    if (name == s("user:get"))
        return {{s("ok"), true}, {s("user"), ::user(fields[s("user")].toString())}};
    if (name == s("room:join"))
        return {{s("ok"), true}, {s("room"), describeRoom(fields[s("room")].toString())}};
    if (name == s("room:list"))
        return {{s("ok"), true}, {s("rooms"), QCborArray{describeRoom(s("r1")), describeRoom(s("r2"))}}};
    return error("unknown_event", "What?");
}

QCborMap ScriptedChat::store(const QCborMap &fields, const QString &user)
{
    if (sendsToLimit > 0) {
        --sendsToLimit;
        QCborMap refused = error("rate_limited", "Slowly");
        QCborMap inner = refused[s("error")].toMap();
        inner[s("retryAfterMs")] = 20;
        refused[s("error")] = inner;
        return refused;
    }
    const QString nonce = fields[s("nonce")].toString();
    m_nonces.append(nonce);
    if (fields[s("text")].toString() == s("forbidden"))
        return error("muted", "You may not speak here");
    if (!m_byNonce.contains(nonce)) {
        const QString room = fields[s("room")].toString();
        const QCborMap event = append(room, s("message.posted"), user, fields[s("text")].toString());
        m_server.io().to(room).emit("room:event", event);
        m_byNonce[nonce] = event;
    }
    const QCborMap event = m_byNonce[nonce];
    return {{s("ok"), true},
            {s("id"), event[s("message")].toMap()[s("id")]},
            {s("seq"), event[s("seq")]},
            {s("at"), event[s("at")]}};
}

QCborMap ScriptedChat::sync(const QCborMap &rooms) const
{
    QCborMap result;
    for (const auto &[id, last] : rooms) {
        const Room &room = m_rooms.at(id.toString());
        if (resetsSync) {
            result[id.toString()]
                = QCborMap{{s("reset"), true}, {s("messages"), QCborArray()}, {s("seq"), qint64(room.events.size())}};
            continue;
        }
        QCborArray events;
        for (size_t i = size_t(last.toInteger()); i < room.events.size(); ++i)
            events.append(room.events[i]);
        result[id.toString()] = QCborMap{{s("events"), events}};
    }
    return {{s("ok"), true}, {s("rooms"), result}};
}

QCborMap ScriptedChat::history(const QCborMap &fields) const
{
    const bool isForward = fields.contains(s("after"));
    const qint64 bound = fields[isForward ? s("after") : s("before")].toInteger();
    const qsizetype limit = std::min<qsizetype>(fields[s("limit")].toInteger(), 3); // small pages
    QCborArray all;
    for (const QCborMap &event : m_rooms.at(fields[s("room")].toString()).events) {
        const qint64 seq = event[s("seq")].toInteger();
        if (event.contains(s("message")) && (isForward ? seq > bound : seq < bound))
            all.append(event[s("message")]);
    }
    const bool hasMore = all.size() > limit;
    while (all.size() > limit)
        isForward ? all.removeLast() : all.removeFirst();
    return {{s("ok"), true},
            {s("messages"), all},
            {s("hasBefore"), !isForward && hasMore},
            {s("hasAfter"), isForward && hasMore}};
}

QCborMap ScriptedChat::search(const QString &query) const
{
    QCborArray hits;
    for (const auto &[id, room] : m_rooms) {
        for (const QCborMap &event : room.events) {
            const QCborMap message = event[s("message")].toMap();
            if (message[s("text")].toString().contains(query)) {
                hits.append(QCborMap{
                    {s("room"), id}, {s("message"), message}, {s("snippet"), QString(s("…") + query + s("…"))}});
            }
        }
    }
    return {{s("ok"), true}, {s("hits"), hits}};
}

QCborMap ScriptedChat::describeRoom(const QString &id) const
{
    const Room &room = m_rooms.at(id);
    return {{s("id"), id},
            {s("name"), room.name},
            {s("kind"), s("public")},
            {s("topic"), QString(s("About ") + room.name)},
            {s("seq"), qint64(room.events.size())},
            {s("unread"), 2}};
}

QCborMap ScriptedChat::append(const QString &room, const QString &type, const QString &user,
                              const std::optional<QString> &text)
{
    std::vector<QCborMap> &events = m_rooms.at(room).events;
    const qint64 seq = qint64(events.size()) + 1;
    const qint64 at = noon + seq * 60'000;
    QCborMap event{{s("room"), room}, {s("seq"), seq}, {s("type"), type}, {s("by"), user}, {s("at"), at}};
    if (text) {
        event[s("message")] = QCborMap{{s("id"), QStringLiteral("m%1").arg(seq)},
                                       {s("room"), room},
                                       {s("seq"), seq},
                                       {s("at"), at},
                                       {s("by"), user},
                                       {s("text"), *text},
                                       {s("reactions"), QCborArray()},
                                       {s("attachments"), QCborArray()}};
    }
    events.push_back(event);
    return event;
}

qint64 ScriptedChat::post(const QString &user, const QString &text, const QString &room)
{
    const std::lock_guard lock(m_mutex);
    const QCborMap event = append(room, s("message.posted"), s("u-") + user, text);
    m_server.io().to(room).emit("room:event", event);
    return event[s("seq")].toInteger();
}

qint64 ScriptedChat::postUnheard(const QString &user, const QString &text)
{
    const std::lock_guard lock(m_mutex);
    return append(s("r1"), s("message.posted"), s("u-") + user, text)[s("seq")].toInteger();
}

qint64 ScriptedChat::happen(const QString &type, const QString &user)
{
    const std::lock_guard lock(m_mutex);
    const QCborMap event = append(s("r1"), type, s("u-") + user, {});
    m_server.io().to(s("r1")).emit("room:event", event);
    return event[s("seq")].toInteger();
}

QStringList ScriptedChat::texts() const
{
    const std::lock_guard lock(m_mutex);
    QStringList texts;
    for (const auto &[id, room] : m_rooms) {
        for (const QCborMap &event : room.events) {
            if (event.contains(s("message")))
                texts << event[s("message")].toMap()[s("text")].toString();
        }
    }
    return texts;
}

QStringList ScriptedChat::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QStringList ScriptedChat::nonces() const
{
    const std::lock_guard lock(m_mutex);
    return m_nonces;
}

QCborMap ScriptedChat::lastAuth() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastAuth;
}
