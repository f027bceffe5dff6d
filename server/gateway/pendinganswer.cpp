#include "gateway/pendinganswer.h"

#include "gateway/connection.h"

#include "protocol/socketio/jsonnumber.h"
#include "protocol/socketio/jsonwriter.h"

namespace gateway {

namespace {

constexpr qsizetype typicalPostedBytes = 128;

socketio::PacketContent acknowledgement(protocol::chat::Result<QCborMap> result)
{
    if (!result) {
        return QCborArray{QCborMap{{QLatin1String("ok"), false}, {QLatin1String("error"), result.error().toMap()}}};
    }
    QCborMap fields = std::move(result).value();
    fields.insert(QLatin1String("ok"), true);
    return QCborArray{fields};
}

/// The one that is sent most is written at once.
socketio::PacketContent acknowledgementOf(const chat::Posted &posted)
{
    QByteArray json;
    json.reserve(typicalPostedBytes);
    json.append("[{\"id\":");
    protocol::socketio::appendJsonString(json, posted.id);
    json.append(",\"seq\":");
    protocol::socketio::appendJsonInteger(json, posted.seq);
    json.append(",\"at\":");
    protocol::socketio::appendJsonInteger(json, posted.at);
    json.append(",\"ok\":true}]");
    return socketio::PacketContent::fromJson(std::move(json));
}

} // namespace

PendingAnswer::PendingAnswer(std::shared_ptr<Connection> connection, std::optional<quint64> place)
    : m_connection(std::move(connection)), m_place(place), m_running(m_connection->noteStarted())
{
}

PendingAnswer::~PendingAnswer()
{
    const auto socket = m_place ? m_connection->socket() : nullptr;
    if (socket) {
        socket->runInWorker([connection = m_connection, place = *m_place] {
            connection->answer(place, acknowledgement(protocol::chat::refusal(protocol::chat::ErrorCode::Internal)));
        });
    }
    m_connection->noteFinished();
}

void PendingAnswer::give(protocol::chat::Result<QCborMap> result)
{
    if (m_place)
        send(acknowledgement(std::move(result)));
}

void PendingAnswer::give(protocol::chat::Result<chat::Posted> result)
{
    if (!result)
        give(protocol::chat::Result<QCborMap>(protocol::failure(result.error())));
    else if (m_place)
        send(acknowledgementOf(*result));
}

void PendingAnswer::send(socketio::PacketContent content)
{
    const quint64 place = *std::exchange(m_place, std::nullopt);
    const auto socket = m_connection->socket();
    if (!socket)
        return;
    socket->runInWorker([self = shared_from_this(), place, content = std::move(content)]() mutable {
        self->m_connection->answer(place, std::move(content));
    });
}

} // namespace gateway
