#include "gateway/pendinganswer.h"

#include "gateway/connection.h"

namespace gateway {

namespace {

QCborMap acknowledgement(protocol::chat::Result<QCborMap> result)
{
    if (!result)
        return {{QLatin1String("ok"), false}, {QLatin1String("error"), result.error().toMap()}};
    QCborMap fields = std::move(result).value();
    fields.insert(QLatin1String("ok"), true);
    return fields;
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
    const std::optional<quint64> place = std::exchange(m_place, std::nullopt);
    const auto socket = place ? m_connection->socket() : nullptr;
    if (!socket)
        return;
    socket->runInWorker([self = shared_from_this(), place = *place, fields = acknowledgement(std::move(result))] {
        self->m_connection->answer(place, fields);
    });
}

} // namespace gateway
