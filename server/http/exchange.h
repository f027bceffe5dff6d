#pragma once

#include "http/request.h"
#include "http/response.h"

#include <QPointer>

#include <functional>

namespace http {

class Connection;

/// One request and the chance to answer it, now or later. Destroying it unanswered answers 503, so that no client waits
/// for ever.
/// Thread: the worker the request is handled in.
class Exchange final
{
public:
    Exchange(Connection &connection, Request request);
    ~Exchange();
    Q_DISABLE_COPY_MOVE(Exchange)

    [[nodiscard]] const RequestHead &head() const { return m_request.head; }
    [[nodiscard]] const QByteArray &body() const { return m_request.body; }

    [[nodiscard]] bool isClientThere() const;

    /// Sends the answer. Does nothing when the client has gone or has been answered.
    void respond(const Response &response);
    /// Answers and closes the connection after that.
    void respondAndClose(const Response &response);

    /// Cuts the connection instead of answering.
    void drop();

    /// @p callback runs if the client goes away before it has been answered.
    void setAbortHandler(std::function<void()> callback) { m_onAborted = std::move(callback); }

private:
    friend class Connection;
    void handleConnectionLost();

    QPointer<Connection> m_connection; ///< null once answered or gone
    Request m_request;
    std::function<void()> m_onAborted;
};

} // namespace http
