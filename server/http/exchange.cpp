#include "http/exchange.h"

#include "http/connection.h"

namespace http {

Exchange::Exchange(Connection &connection, Request request) : m_connection(&connection), m_request(std::move(request))
{
}

Exchange::~Exchange()
{
    respond(Response(503));
}

bool Exchange::isClientThere() const
{
    return !m_connection.isNull();
}

void Exchange::respond(const Response &response)
{
    if (Connection *connection = std::exchange(m_connection, nullptr))
        connection->answer(
            response, m_request.head.keepsAlive ? Response::ConnectionUse::KeepAlive : Response::ConnectionUse::Close);
}

void Exchange::respondAndClose(const Response &response)
{
    if (Connection *connection = std::exchange(m_connection, nullptr))
        connection->answer(response, Response::ConnectionUse::Close);
}

void Exchange::drop()
{
    if (Connection *connection = std::exchange(m_connection, nullptr))
        connection->drop();
}

void Exchange::handleConnectionLost()
{
    m_connection = nullptr;
    if (const auto onAborted = std::exchange(m_onAborted, nullptr))
        onAborted();
}

} // namespace http
