#include "models/publicroomsmodel.h"

#include "models/problemtexts.h"

#include <chrono>

namespace models {

using namespace std::chrono_literals;
using session::RoomDirectory;

PublicRoomsModel::PublicRoomsModel(session::ChatClient &client, QObject *parent)
    : RecordModel({"roomId", "name", "topic", "members", "isMember"}, parent), m_client(client)
{
    m_queryTimer.setSingleShot(true);
    m_queryTimer.setInterval(200ms);
    connect(&m_queryTimer, &QTimer::timeout, this, &PublicRoomsModel::load);
    connect(&client.rooms(), &RoomDirectory::added, this, &PublicRoomsModel::followMembership);
    connect(&client.rooms(), &RoomDirectory::removed, this, &PublicRoomsModel::followMembership);
}

void PublicRoomsModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    m_queryTimer.start();
    Q_EMIT queryChanged();
}

void PublicRoomsModel::load()
{
    m_queryTimer.stop();
    ask({});
}

void PublicRoomsModel::loadMore()
{
    if (hasMore() && !m_isBusy)
        ask(m_cursor);
}

void PublicRoomsModel::ask(const QString &cursor)
{
    const int question = ++m_question;
    setBusy(true);
    m_client.roomRequests().list(m_query, cursor, this,
                                 [this, question, cursor](const session::Answer<session::RoomPage> &page) {
                                     if (question == m_question)
                                         handlePage(page, cursor.isEmpty());
                                 });
}

void PublicRoomsModel::handlePage(const session::Answer<session::RoomPage> &page, bool isFirst)
{
    setBusy(false);
    if (!page) {
        setProblem(ProblemTexts::text(page.error()));
        return;
    }
    setProblem({});
    QList<Record> rows = isFirst ? QList<Record>() : records();
    for (const session::ListedRoom &listed : page->rooms) {
        const protocol::chat::Room &room = listed.room;
        if (isFirst || rowOf(room.id) < 0)
            rows.append({room.id, {room.id, room.name, room.topic, room.memberCount, listed.isMember}});
    }
    setRecords(rows);
    setCursor(page->cursor);
}

void PublicRoomsModel::followMembership(const QString &room)
{
    const int row = rowOf(room);
    if (row < 0)
        return;
    QList<QVariant> values = records().at(row).values;
    values.last() = m_client.rooms().room(room) != nullptr;
    changeRecord(row, values);
}

void PublicRoomsModel::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_isBusy = isBusy;
    Q_EMIT isBusyChanged();
}

void PublicRoomsModel::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void PublicRoomsModel::setCursor(const QString &cursor)
{
    const bool had = hasMore();
    m_cursor = cursor;
    if (hasMore() != had)
        Q_EMIT hasMoreChanged();
}

} // namespace models
