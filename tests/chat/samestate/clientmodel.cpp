#include "samestate/clientmodel.h"

#include "chat/actions/gethistory.h"
#include "chat/actions/listmembers.h"
#include "chat/actions/listpins.h"
#include "chat/actions/sync.h"

#include <QCborValue>

namespace {

QString idOf(const QCborMap &map)
{
    return map.value(QLatin1String("id")).toString();
}

/// Also of a room one has just been put out of: then there is nothing.
QCborMap answerOf(const Answer &answer)
{
    return answer ? *answer : QCborMap();
}

void readHistory(ChatFixture &chat, const Person &person, const QString &room, RoomModel &model)
{
    protocol::chat::GetHistory request;
    request.room = room;
    request.limit = 7;
    for (;;) {
        const QCborMap page = answerOf(chat.ask(chat::getHistory, person, request));
        const QCborArray messages = page.value(QLatin1String("messages")).toArray();
        model.addMessages(messages);
        if (!page.value(QLatin1String("hasBefore")).toBool())
            return;
        if (messages.isEmpty())
            qFatal("a page with something before it is empty");
        request.direction = protocol::chat::GetHistory::Direction::Before;
        request.position = messages.first().toMap().value(QLatin1String("seq")).toInteger();
    }
}

void readMembers(ChatFixture &chat, const Person &person, const QString &room, RoomModel &model)
{
    protocol::chat::ListMembers request;
    request.room = room;
    request.limit = 2;
    do {
        const QCborMap page = answerOf(chat.ask(chat::listMembers, person, request));
        model.addMembers(page.value(QLatin1String("members")).toArray());
        request.cursor = page.value(QLatin1String("cursor")).toString();
    } while (!request.cursor.isEmpty());
}

void readPins(ChatFixture &chat, const Person &person, const QString &room, RoomModel &model)
{
    const QCborMap pins = answerOf(chat.ask(chat::listPins, person, protocol::chat::RoomRequest{room}));
    model.setPins(pins.value(QLatin1String("messages")).toArray());
}

QString differenceIn(const QCborMap &room, const RoomModel &model)
{
    const auto number = [&room](QLatin1String field) { return room.value(field).toInteger(); };
    const QCborMap snapshot = model.snapshot();
    QString difference;
    for (const QLatin1String field :
         {QLatin1String("seq"), QLatin1String("read"), QLatin1String("unread"), QLatin1String("mentions")}) {
        if (number(field) != snapshot.value(field).toInteger()) {
            difference += QStringLiteral("%1: %2 is %3 in the welcome, %4 in the model\n")
                              .arg(idOf(room), field)
                              .arg(number(field))
                              .arg(snapshot.value(field).toInteger());
        }
    }
    if (number(QLatin1String("members")) != snapshot.value(QLatin1String("members")).toMap().size())
        difference += QStringLiteral("%1: another number of members\n").arg(idOf(room));
    if (idOf(room.value(QLatin1String("last")).toMap()) != model.lastMessage())
        difference += QStringLiteral("%1: another last message\n").arg(idOf(room));
    return difference;
}

} // namespace

ClientModel ClientModel::fresh(ChatFixture &chat, const Person &person)
{
    ClientModel model;
    model.m_me = person.user;
    for (const QCborValue room : person.welcome.value(QLatin1String("rooms")).toArray())
        model.addRoom(chat, person, room.toMap());
    return model;
}

void ClientModel::addRoom(ChatFixture &chat, const Person &person, const QCborMap &room)
{
    RoomModel model(m_me, room);
    readHistory(chat, person, idOf(room), model);
    readMembers(chat, person, idOf(room), model);
    readPins(chat, person, idOf(room), model);
    m_rooms.insert(idOf(room), model);
}

void ClientModel::follow(ChatFixture &chat, const Person &person, const QList<Delivery> &inbox)
{
    for (const Delivery &delivery : inbox)
        take(chat, person, delivery);
}

void ClientModel::take(ChatFixture &chat, const Person &person, const Delivery &delivery)
{
    const QCborMap &data = delivery.data;
    const QString room = data.value(QLatin1String("room")).toString();
    if (delivery.name == QLatin1String("room:added")) {
        addRoom(chat, person, data.value(QLatin1String("room")).toMap());
    } else if (delivery.name == QLatin1String("room:removed")) {
        m_rooms.remove(room);
    } else if (delivery.name == QLatin1String("read") && data.value(QLatin1String("user")).toString() == m_me) {
        if (const auto it = m_rooms.find(room); it != m_rooms.end())
            it->setRead(data.value(QLatin1String("seq")).toInteger());
    } else if (delivery.name == QLatin1String("room:event")) {
        if (const auto it = m_rooms.find(room); it != m_rooms.end() && !apply(*it, data))
            qFatal("an event is missing");
    }
}

void ClientModel::catchUp(ChatFixture &chat, const Person &person)
{
    const QCborArray rooms = person.welcome.value(QLatin1String("rooms")).toArray();
    sync(chat, person);
    for (const QCborValue room : rooms) {
        if (!m_rooms.contains(idOf(room.toMap())))
            addRoom(chat, person, room.toMap());
    }
}

void ClientModel::sync(ChatFixture &chat, const Person &person)
{
    protocol::chat::Sync request;
    for (auto it = m_rooms.begin(); it != m_rooms.end(); ++it)
        request.rooms.insert(it.key(), it->seq());
    while (!request.rooms.isEmpty()) {
        const QCborMap answer = answerOf(chat.ask(chat::sync, person, request));
        const QCborMap rooms = answer.value(QLatin1String("rooms")).toMap();
        if (rooms.size() != request.rooms.size())
            qFatal("sync leaves out a room");
        protocol::chat::Sync rest;
        for (const auto &[key, value] : rooms) {
            const QString room = key.toString();
            if (!takeAnswer(chat, person, room, value.toMap()))
                rest.rooms.insert(room, m_rooms[room].seq());
        }
        if (rest.rooms == request.rooms)
            qFatal("sync does not get ahead");
        request = rest;
    }
}

bool ClientModel::takeAnswer(ChatFixture &chat, const Person &person, const QString &room, const QCborMap &answer)
{
    if (answer.value(QLatin1String("gone")).toBool()) {
        m_seen.insert(QStringLiteral("gone"));
        m_rooms.remove(room);
        return true;
    }
    if (answer.value(QLatin1String("reset")).toBool()) {
        m_seen.insert(QStringLiteral("reset"));
        addRoom(chat, person, answer.value(QLatin1String("room")).toMap());
        return true;
    }
    RoomModel &model = m_rooms[room];
    for (const QCborValue event : answer.value(QLatin1String("events")).toArray()) {
        if (!apply(model, event.toMap()))
            qFatal("sync leaves out an event");
    }
    model.setRead(answer.value(QLatin1String("read")).toInteger());
    if (!answer.value(QLatin1String("more")).toBool())
        return true;
    m_seen.insert(QStringLiteral("more"));
    return false;
}

bool ClientModel::apply(RoomModel &model, const QCborMap &event)
{
    m_seen.insert(event.value(QLatin1String("type")).toString());
    return model.apply(event);
}

QCborMap ClientModel::snapshot() const
{
    QCborMap rooms;
    for (auto it = m_rooms.begin(); it != m_rooms.end(); ++it)
        rooms.insert(it.key(), it->snapshot());
    return rooms;
}

QString ClientModel::differenceFrom(const QCborMap &welcome) const
{
    const QCborArray rooms = welcome.value(QLatin1String("rooms")).toArray();
    QString difference;
    for (const QCborValue room : rooms) {
        const auto it = m_rooms.find(idOf(room.toMap()));
        difference += it == m_rooms.end() ? QStringLiteral("%1 is missing\n").arg(idOf(room.toMap()))
                                          : differenceIn(room.toMap(), *it);
    }
    if (rooms.size() != m_rooms.size())
        difference += QStringLiteral("another number of rooms\n");
    return difference;
}
