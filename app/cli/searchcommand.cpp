#include "cli/searchcommand.h"

#include <QCborArray>

#include <algorithm>

namespace cli {

namespace {

constexpr int pageSize = 50;

} // namespace

SearchCommand::SearchCommand(const Options &options, Output &output)
    : Command(options, output, ChatSession::TimeLimit::Everything)
{
}

void SearchCommand::run()
{
    if (options().hasRoom) {
        const Room *const room = findRoom(session().rooms(), options().room);
        if (!room) {
            session().fail(
                {QStringLiteral("not_found"), QStringLiteral("You are in no room called %1").arg(options().room), {}});
            return;
        }
        m_roomId = room->id;
    }
    readPage(QCborValue(QCborValue::Undefined));
}

void SearchCommand::readPage(const QCborValue &cursor)
{
    QCborMap fields{{QStringLiteral("query"), options().text},
                    {QStringLiteral("limit"), std::min(options().limit - m_found, pageSize)}};
    if (!m_roomId.isEmpty())
        fields[QStringLiteral("room")] = m_roomId;
    if (!cursor.isUndefined())
        fields[QStringLiteral("cursor")] = cursor;
    session().ask(QStringLiteral("search"), fields, this, [this](const Reply &reply) {
        if (reply)
            handlePage(*reply);
        else
            session().fail(reply.error());
    });
}

void SearchCommand::handlePage(const QCborMap &page)
{
    const QCborArray hits = page[QStringLiteral("hits")].toArray();
    for (const QCborValue &value : hits) {
        const QCborMap hit = value.toMap();
        const auto message = readMessage(hit[QStringLiteral("message")]);
        if (!message || m_found >= options().limit)
            continue;
        ++m_found;
        const QString room = hit[QStringLiteral("room")].toString(message->room);
        printer().printHit(*message, hit[QStringLiteral("snippet")].toString(), roomName(room));
    }
    const QCborValue cursor = page[QStringLiteral("cursor")];
    if (cursor.isString() && !hits.isEmpty() && m_found < options().limit)
        readPage(cursor);
    else
        finishWhenPrinted();
}

QString SearchCommand::roomName(const QString &id)
{
    const Room *const room = findRoom(session().rooms(), id);
    return room && !room->name.isEmpty() ? room->name : id;
}

} // namespace cli
